package org.porchlight.tasks.meeting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.porchlight.tasks.MeetingCycle;
import org.porchlight.tasks.MeetingCycle.Every;

/**
 * The days on which a team meets. A meeting whose day is no school day is held on the next one, a
 * weekly one within that week; a week without one is left out.
 */
final class MeetingDays {

  /** How far a monthly meeting gives way: a winter break. */
  private static final int MONTHLY_GIVES_WAY_DAYS = 14;

  private static final int WEEKS_AHEAD = 60;
  private static final int MONTHS_AHEAD = 15;

  private final MeetingCycle cycle;
  private final Predicate<LocalDate> open;

  /**
   * @param open whether the school is open on a day
   */
  MeetingDays(MeetingCycle cycle, Predicate<LocalDate> open) {
    this.cycle = cycle;
    this.open = open;
  }

  /** The first meeting after this moment; a calendar without any school day left gives way. */
  ZonedDateTime next(ZonedDateTime after) {
    ZoneId zone = after.getZone();
    return byCycle(after.toLocalDate())
        .flatMap(day -> openFrom(day).map(held -> held.atTime(cycle.at()).atZone(zone)))
        .filter(held -> held.isAfter(after))
        .findFirst()
        .orElseGet(
            () ->
                byCycle(after.toLocalDate())
                    .map(day -> day.atTime(cycle.at()).atZone(zone))
                    .filter(held -> held.isAfter(after))
                    .findFirst()
                    .orElseThrow());
  }

  /** From before that day on, since a day may give way to a later one. */
  private Stream<LocalDate> byCycle(LocalDate around) {
    if (cycle.every() == Every.WEEKLY) {
      LocalDate first = around.minusWeeks(1).with(TemporalAdjusters.nextOrSame(cycle.day()));
      return Stream.iterate(first, day -> day.plusWeeks(1)).limit(WEEKS_AHEAD);
    }
    int week = cycle.week() == null ? 1 : cycle.week();
    return Stream.iterate(YearMonth.from(around).minusMonths(1), month -> month.plusMonths(1))
        .limit(MONTHS_AHEAD)
        .map(month -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, cycle.day())));
  }

  private Stream<LocalDate> openFrom(LocalDate day) {
    LocalDate end =
        cycle.every() == Every.WEEKLY
            ? day.with(TemporalAdjusters.next(java.time.DayOfWeek.SATURDAY))
            : day.plusDays(MONTHLY_GIVES_WAY_DAYS);
    return day.datesUntil(end).filter(open).limit(1);
  }
}
