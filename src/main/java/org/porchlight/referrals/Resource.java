package org.porchlight.referrals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * Something that a family can be referred to: a service, with all that the directory knows of it.
 *
 * @param organization null where the directory names one that it does not describe
 * @param status as HSDS has it; null where the source does not say
 * @param available free places, counted on {@code availableOn}; null where nobody counts them
 * @param languages BCP 47
 * @param needs from the directory's own categories
 * @param guessedNeeds from words in its name and description: a person judges
 * @param assuredOn when the directory's own people last checked it
 * @param verifiedAt when somebody of the program last did
 * @param own somebody of the district wrote it down: they may change it
 * @param prefersTexts links go by text although it has an e-mail address
 */
public record Resource(
    UUID id,
    String name,
    @Nullable String organization,
    @Nullable String description,
    @Nullable String url,
    @Nullable String email,
    @Nullable String status,
    @Nullable String fees,
    @Nullable String eligibility,
    @Nullable String application,
    @Nullable String interpretation,
    @Nullable String alert,
    @Nullable BigDecimal minimumAge,
    @Nullable BigDecimal maximumAge,
    @Nullable BigDecimal available,
    @Nullable LocalDate availableOn,
    List<String> languages,
    List<String> terms,
    List<String> areas,
    List<String> documents,
    List<Phone> phones,
    List<Place> places,
    List<Hours> hours,
    Set<Need> needs,
    Set<Need> guessedNeeds,
    @Nullable LocalDate assuredOn,
    @Nullable Instant verifiedAt,
    @Nullable UserId verifiedBy,
    boolean removed,
    boolean own,
    boolean prefersTexts) {

  public record Phone(
      String number, @Nullable String extension, @Nullable String type, @Nullable String note) {

    private static final Set<String> MOBILE = Set.of("text", "sms", "cell", "mobile");

    /** Whether the directory says so: most numbers of agencies are for calls. */
    public boolean takesTexts() {
      return type != null && MOBILE.contains(type.strip().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @param type physical, postal or virtual
   */
  public record Place(
      @Nullable String name,
      @Nullable String address,
      @Nullable String area,
      @Nullable String type,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String transport) {

    /** Empty where the directory does not say. */
    Optional<MapPoint> point() {
      return latitude == null || longitude == null
          ? Optional.empty()
          : Optional.of(new MapPoint(latitude, longitude));
    }
  }

  /**
   * @param place null where they are the service's, wherever it is
   * @param days as in iCalendar: {@code MO,TU}
   * @param opens in the place's own time
   */
  public record Hours(
      @Nullable String place,
      @Nullable String freq,
      @Nullable String days,
      @Nullable String opens,
      @Nullable String closes,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String note) {}

  /** From there to the nearest of its places; empty where the directory does not say. */
  public Optional<Double> milesFrom(MapPoint from) {
    return places.stream()
        .flatMap(place -> place.point().stream())
        .map(from::milesTo)
        .min(Comparator.naturalOrder());
  }

  /** Whether families may be referred there. */
  public boolean open() {
    return !removed && (status == null || status.equals("active"));
  }
}
