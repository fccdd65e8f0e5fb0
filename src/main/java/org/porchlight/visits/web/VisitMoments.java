package org.porchlight.visits.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.porchlight.roster.ProgramLanguages;

/** Dates and times as a visitor reads them, by the clock on the district's walls. */
final class VisitMoments {

  private VisitMoments() {}

  static String text(Instant instant, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", locale).format(instant.atZone(zone));
  }

  static String language(String code, Locale locale) {
    return ProgramLanguages.name(code, locale);
  }
}
