package org.porchlight.referrals.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.MapPoint;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.Resource;

/** A resource as its page words it. */
public record ResourceShown(Resource resource, ZoneId zone, LocalDate today, Locale locale) {

  /** A list that is longer is folded: some services are at fifty places. */
  private static final int UNFOLDED = 5;

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("h:mm a");
  private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  /** By whom it was last checked last, program or source; null where nobody says. */
  public @Nullable String checked() {
    LocalDate day = checkedOn();
    return day == null ? null : date(day);
  }

  /** Whole miles as the crow flies; null where nobody says where it is. */
  public @Nullable Long miles(MapPoint from) {
    return resource.milesFrom(from).map(Math::round).orElse(null);
  }

  public boolean checkedLongAgo() {
    LocalDate day = checkedOn();
    return day != null && day.isBefore(today.minusYears(1));
  }

  private @Nullable LocalDate checkedOn() {
    Instant verified = resource.verifiedAt();
    return Stream.of(
            resource.assuredOn(), verified == null ? null : verified.atZone(zone).toLocalDate())
        .filter(java.util.Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  public String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** Only a web address is a link: whatever else a directory holds is not. */
  public boolean linked() {
    String url = resource.url();
    return url != null && url.matches("https?://[^\\s\"<>]+");
  }

  public List<String> languages() {
    return resource.languages().stream()
        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
        .sorted()
        .toList();
  }

  public List<Need> needs() {
    return sorted(resource.needs());
  }

  public List<Need> guessedNeeds() {
    return sorted(resource.guessedNeeds());
  }

  private static List<Need> sorted(Set<Need> needs) {
    return needs.stream().sorted().toList();
  }

  /** Days as codes, Monday first. */
  public List<String> days(Resource.Hours hours) {
    String days = hours.days();
    return days == null
        ? List.of()
        : Arrays.stream(days.split(","))
            .map(String::strip)
            .filter(WEEK::contains)
            .sorted((one, other) -> WEEK.indexOf(one) - WEEK.indexOf(other))
            .toList();
  }

  /** As people write it; what a directory has instead of an hour is shown as it is. */
  public String hour(@Nullable String given) {
    if (given == null) {
      return "";
    }
    try {
      return HOUR.withLocale(locale).format(LocalTime.parse(given));
    } catch (DateTimeParseException words) {
      return given;
    }
  }

  /** By place, then by weekday, then by hour. */
  public List<Resource.Hours> hours() {
    return resource.hours().stream()
        .sorted(
            java.util.Comparator.comparing((Resource.Hours h) -> h.place() == null ? "" : h.place())
                .thenComparingInt(h -> days(h).isEmpty() ? 9 : WEEK.indexOf(days(h).getFirst()))
                .thenComparing(h -> h.opens() == null ? "" : h.opens()))
        .toList();
  }

  /** What of a list is seen at once. */
  public <T> List<T> first(List<T> all) {
    return all.stream().limit(UNFOLDED).toList();
  }

  /** What is folded away. */
  public <T> List<T> rest(List<T> all) {
    return all.stream().skip(UNFOLDED).toList();
  }
}
