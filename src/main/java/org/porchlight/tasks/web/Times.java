package org.porchlight.tasks.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as the pages write them, in the zone of the district. */
final class Times {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy, h:mm a", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);

  private Times() {}

  static @Nullable String moment(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : MOMENT.format(instant.atZone(zone));
  }

  static @Nullable String day(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : DAY.format(instant.atZone(zone));
  }
}
