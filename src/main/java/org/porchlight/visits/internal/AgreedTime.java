package org.porchlight.visits.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form {@code agree-time} says.
 *
 * @param place code of the form's options
 */
record AgreedTime(Instant startsAt, Duration length, String place, @Nullable String placeNote) {

  static final Duration USUAL = Duration.ofMinutes(45);

  /** Date and time are of the clock on the family's wall. */
  static AgreedTime of(Map<String, Object> data, ZoneId zone) {
    LocalDate date = FormValues.date(data, "date");
    LocalTime time = FormValues.time(data, "time");
    if (date == null || time == null) {
      throw FormValues.wrong("date", "Enter a day and a time");
    }
    return at(data, date.atTime(time).atZone(zone).toInstant());
  }

  /** Up to three times that the family may choose from, in the form's order. */
  static List<AgreedTime> offered(Map<String, Object> data, ZoneId zone) {
    List<AgreedTime> times = new ArrayList<>();
    for (String which : List.of("One", "Two", "Three")) {
      LocalDate date = FormValues.date(data, "date" + which);
      LocalTime time = FormValues.time(data, "time" + which);
      if ((date == null) != (time == null)) {
        throw FormValues.wrong("date" + which, "Enter a day and a time, or leave both empty");
      }
      if (date != null && time != null) {
        times.add(at(data, date.atTime(time).atZone(zone).toInstant()));
      }
    }
    return times;
  }

  static boolean isOffer(Map<String, Object> data) {
    return "OFFER".equals(FormValues.text(data, "how"));
  }

  private static AgreedTime at(Map<String, Object> data, Instant start) {
    Integer minutes = FormValues.number(data, "durationMinutes");
    String place = FormValues.text(data, "place");
    if (place == null) {
      throw FormValues.wrong("place", "Choose where to meet");
    }
    return new AgreedTime(
        start,
        minutes == null ? USUAL : Duration.ofMinutes(minutes),
        place,
        FormValues.text(data, "placeNote"));
  }
}
