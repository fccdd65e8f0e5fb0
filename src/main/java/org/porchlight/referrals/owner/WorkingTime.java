package org.porchlight.referrals.owner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * Counts working hours: those between the working day's begin and end, on days on which the program
 * works. The end is rounded up to the quarter of an hour.
 *
 * @param zone of the district
 * @param works whether the program works on this day
 */
record WorkingTime(ZoneId zone, LocalTime begins, LocalTime ends, Predicate<LocalDate> works) {

  private static final int QUARTER = 15;

  /** A calendar without a working day in so many days is not one: then each day counts. */
  private static final int LONGEST_BREAK_DAYS = 120;

  /** The instant at which so much working time has passed. */
  Instant after(Instant from, Duration working) {
    ZonedDateTime at = roundedUp(from.atZone(zone));
    Duration left = working;
    LocalDate day = at.toLocalDate();
    LocalTime time = at.toLocalTime();
    LocalDate limit = day.plusDays(LONGEST_BREAK_DAYS);
    while (true) {
      LocalTime start = time.isBefore(begins) ? begins : time;
      if (start.isBefore(ends) && (works.test(day) || day.isAfter(limit))) {
        Duration today = Duration.between(start, ends);
        if (left.compareTo(today) <= 0) {
          return day.atTime(start.plus(left)).atZone(zone).toInstant();
        }
        left = left.minus(today);
      }
      day = day.plusDays(1);
      time = LocalTime.MIDNIGHT;
    }
  }

  private static ZonedDateTime roundedUp(ZonedDateTime at) {
    ZonedDateTime minute = at.withSecond(0).withNano(0);
    int over = minute.getMinute() % QUARTER;
    return over == 0 && minute.equals(at) ? at : minute.plusMinutes(QUARTER - over);
  }
}
