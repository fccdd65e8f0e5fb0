package org.porchlight.visits.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The instants around a visit, in the zone of the family's district. */
record VisitTimes(VisitProperties settings, ZoneId zone) {

  /** The same hour on the wall clock, some days before. */
  Instant firstReminder(Instant visit) {
    return visit.atZone(zone).minusDays(settings.remindBefore().toDays()).toInstant();
  }

  Instant lastReminder(Instant visit) {
    return visit.minus(settings.remindAgainBefore());
  }

  Instant alertAt(Instant ends) {
    return ends.plus(settings.alertAfter());
  }

  Instant nudgeAt(Instant ends) {
    return ends.plus(settings.nudgeAfter());
  }

  Instant logDue(Instant ends) {
    return ends.plus(settings.logWithin());
  }

  /** What is wrong with the time of a visit, if anything. */
  Optional<String> problem(Instant start, Duration length, Instant now) {
    if (!start.isAfter(now)) {
      return Optional.of("This time has passed: choose a later one");
    }
    if (start.isAfter(now.plus(settings.bookAtMostAhead()))) {
      return Optional.of(
          "This is more than %d days ahead: choose a nearer day"
              .formatted(settings.bookAtMostAhead().toDays()));
    }
    LocalTime from = start.atZone(zone).toLocalTime();
    ZonedDateTime end = start.plus(length).atZone(zone);
    boolean overMidnight = !end.toLocalDate().equals(start.atZone(zone).toLocalDate());
    if (from.isBefore(settings.visitsFrom())
        || overMidnight
        || end.toLocalTime().isAfter(settings.visitsUntil())) {
      return Optional.of(
          "Visits are between %s and %s: choose a time within these hours"
              .formatted(settings.visitsFrom(), settings.visitsUntil()));
    }
    return Optional.empty();
  }
}
