package org.porchlight.referrals;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource as somebody of the district writes it down.
 *
 * @param languages BCP 47
 * @param town with the address: how families search
 * @param textPhone a mobile number: links of referrals go there where there is no e-mail address
 * @param prefersTexts they go there although there is one
 * @param latitude in degrees, with {@code longitude}; null where nobody looked it up
 */
public record OwnResource(
    String name,
    @Nullable String organization,
    @Nullable String description,
    Set<Need> needs,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String url,
    @Nullable String address,
    @Nullable String town,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String transport,
    List<String> languages,
    @Nullable String interpretation,
    List<Resource.Hours> hours,
    @Nullable String eligibility,
    @Nullable String application,
    @Nullable String fees,
    @Nullable Integer minimumAge,
    @Nullable Integer maximumAge,
    @Nullable Integer available,
    @Nullable String textPhone,
    boolean prefersTexts) {

  public OwnResource {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A resource needs a name");
    }
    needs = Set.copyOf(needs);
    languages = List.copyOf(languages);
    hours = List.copyOf(hours);
  }
}
