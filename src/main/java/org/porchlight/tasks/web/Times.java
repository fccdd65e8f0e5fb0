package org.porchlight.tasks.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as the pages write them, in the zone of the district. */
final class Times {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy, h:mm a", Locale.US);
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("EEE MMM d, h:mm a", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);

  private Times() {}

  static @Nullable String moment(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : MOMENT.format(instant.atZone(zone));
  }

  /** Of what is due soon: no year. */
  static @Nullable String due(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : DUE.format(instant.atZone(zone));
  }

  /** How long ago, in the largest unit: "3 days", for what is overdue. */
  static @Nullable String ago(@Nullable Instant instant, Instant now) {
    if (instant == null || !instant.isBefore(now)) {
      return null;
    }
    Duration late = Duration.between(instant, now);
    if (late.toDays() > 0) {
      return count(late.toDays(), "day");
    }
    return late.toHours() > 0 ? count(late.toHours(), "hour") : "less than an hour";
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static @Nullable String day(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : DAY.format(instant.atZone(zone));
  }
}
