package org.porchlight.referrals.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.OwnResource;
import org.porchlight.referrals.Resource;
import org.porchlight.roster.GivenPhone;
import org.springframework.format.annotation.DateTimeFormat;

/** A resource as it is written into the form. */
public record OwnResourceForm(
    @NotBlank @Size(max = 200) @Nullable String name,
    @Size(max = 200) @Nullable String organization,
    @Size(max = 2000) @Nullable String description,
    @Nullable List<Need> needs,
    @Email @Size(max = 200) @Nullable String email,
    @Size(max = 40) @Nullable String phone,
    @Pattern(regexp = "|https?://[^\\s\"<>]+") @Size(max = 300) @Nullable String url,
    @Size(max = 200) @Nullable String address,
    @Size(max = 80) @Nullable String town,
    @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
    @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,
    @Size(max = 200) @Nullable String transport,
    @Nullable List<String> languages,
    @Size(max = 200) @Nullable String interpretation,
    @Nullable List<String> days,
    @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime opens,
    @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime closes,
    @Size(max = 500) @Nullable String eligibility,
    @Size(max = 500) @Nullable String application,
    @Size(max = 200) @Nullable String fees,
    @Min(0) @Max(120) @Nullable Integer minimumAge,
    @Min(0) @Max(120) @Nullable Integer maximumAge,
    @Min(0) @Max(100000) @Nullable Integer available,
    @Size(max = 40) @Nullable String textPhone,
    @Nullable Boolean prefersTexts) {

  private static final Set<String> WEEK = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  static OwnResourceForm of(Resource resource) {
    Optional<Resource.Place> place = resource.places().stream().findFirst();
    Optional<Resource.Hours> hours = resource.hours().stream().findFirst();
    return new OwnResourceForm(
        resource.name(),
        resource.organization(),
        resource.description(),
        List.copyOf(resource.needs()),
        resource.email(),
        number(resource, false),
        resource.url(),
        place.map(Resource.Place::address).orElse(null),
        place.map(Resource.Place::area).orElse(null),
        place.map(Resource.Place::latitude).orElse(null),
        place.map(Resource.Place::longitude).orElse(null),
        place.map(Resource.Place::transport).orElse(null),
        resource.languages(),
        resource.interpretation(),
        hours.map(Resource.Hours::days).map(text -> Arrays.asList(text.split(","))).orElse(null),
        hours.map(Resource.Hours::opens).map(LocalTime::parse).orElse(null),
        hours.map(Resource.Hours::closes).map(LocalTime::parse).orElse(null),
        resource.eligibility(),
        resource.application(),
        resource.fees(),
        whole(resource.minimumAge()),
        whole(resource.maximumAge()),
        whole(resource.available()),
        number(resource, true),
        resource.prefersTexts());
  }

  private static @Nullable String number(Resource resource, boolean texts) {
    return resource.phones().stream()
        .filter(phone -> phone.takesTexts() == texts)
        .map(Resource.Phone::number)
        .findFirst()
        .orElse(null);
  }

  /** A number that no text could ever go to is refused while somebody can correct it. */
  boolean textable() {
    String number = given(textPhone);
    return number == null || GivenPhone.of(number, "cell", 0, true).textable();
  }

  private static @Nullable Integer whole(java.math.@Nullable BigDecimal number) {
    return number == null ? null : number.intValue();
  }

  OwnResource resource() {
    return new OwnResource(
        name == null ? "" : name.strip(),
        given(organization),
        given(description),
        needs == null ? Set.of() : Set.copyOf(needs),
        given(email),
        given(phone),
        given(url),
        given(address),
        given(town),
        longitude == null ? null : latitude,
        latitude == null ? null : longitude,
        given(transport),
        languages == null ? List.of() : languages,
        given(interpretation),
        hours(),
        given(eligibility),
        given(application),
        given(fees),
        minimumAge,
        maximumAge,
        available,
        given(textPhone),
        Boolean.TRUE.equals(prefersTexts));
  }

  private List<Resource.Hours> hours() {
    List<String> open = days == null ? List.of() : days.stream().filter(WEEK::contains).toList();
    return open.isEmpty()
        ? List.of()
        : List.of(
            new Resource.Hours(
                null,
                "WEEKLY",
                String.join(",", open),
                opens == null ? null : opens.toString(),
                closes == null ? null : closes.toString(),
                null,
                null,
                null));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
