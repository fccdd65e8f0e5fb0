package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Predicate;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.SendWindows;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.stereotype.Component;

/**
 * When steps of a case fall due: on days on which the program works, within the working day, in the
 * district's zone.
 */
@Component
public class CaseTimes {

  private static final int LONGEST_BREAK_DAYS = 120;

  private final SchoolCalendars calendars;
  private final Programs programs;
  private final SendWindows windows;
  private final CasesProperties settings;
  private final Clock clock;

  CaseTimes(
      SchoolCalendars calendars,
      Programs programs,
      SendWindows windows,
      CasesProperties settings,
      Clock clock) {
    this.calendars = calendars;
    this.programs = programs;
    this.windows = windows;
    this.settings = settings;
    this.clock = clock;
  }

  /** The end of the working day, that many school days from today: for due dates of people. */
  public ZonedDateTime dueIn(CaseView about, int schoolDays) {
    return at(about, plus(about, today(about), schoolDays), settings.dayEnds());
  }

  /** The end of the working day, that many school days after a day. */
  public ZonedDateTime dueAfter(CaseView about, LocalDate day, int schoolDays) {
    return at(about, plus(about, day, schoolDays), settings.dayEnds());
  }

  /** That much working time from now; nothing of it passes at night or on a free day. */
  ZonedDateTime dueWithin(CaseView about, Duration working) {
    ZonedDateTime now = now(about);
    LocalDate day = now.toLocalDate();
    LocalTime from = now.toLocalTime();
    if (!workDays(about).test(day) || !from.isBefore(settings.dayEnds())) {
      day = plus(about, day, 1);
      from = settings.dayBegins();
    } else if (from.isBefore(settings.dayBegins())) {
      from = settings.dayBegins();
    }
    Duration left = Duration.between(from, settings.dayEnds());
    return working.compareTo(left) <= 0
        ? at(about, day, from.plus(working))
        : at(about, plus(about, day, 1), settings.dayBegins().plus(working.minus(left)));
  }

  /** The end of the last working day before this one. */
  ZonedDateTime dueBefore(CaseView about, LocalDate day) {
    LocalDate eve = day.minusDays(1);
    LocalDate limit = day.minusDays(LONGEST_BREAK_DAYS);
    Predicate<LocalDate> works = workDays(about);
    while (!works.test(eve) && eve.isAfter(limit)) {
      eve = eve.minusDays(1);
    }
    return at(about, eve, settings.dayEnds());
  }

  /** The same time of day as now, or the nearest within the working day: for waits. */
  public ZonedDateTime waitFor(CaseView about, int schoolDays) {
    return waitFrom(about, now(about), schoolDays);
  }

  /** As {@link #waitFor}, counted from when a text that is asked for now can leave. */
  public ZonedDateTime answerIn(CaseView about, int schoolDays) {
    Instant leaves = windows.nextOpening(about.district(), clock.instant());
    return waitFrom(about, inZone(about, leaves), schoolDays);
  }

  /** As {@link #waitFor}, counted from when a text did leave. */
  ZonedDateTime answerAfter(CaseView about, Instant left, int schoolDays) {
    return waitFrom(about, inZone(about, left), schoolDays);
  }

  private ZonedDateTime waitFrom(CaseView about, ZonedDateTime from, int schoolDays) {
    LocalTime time = from.toLocalTime();
    LocalTime within = time.isBefore(settings.dayBegins()) ? settings.dayBegins() : time;
    within = within.isAfter(settings.dayEnds()) ? settings.dayEnds() : within;
    return at(about, plus(about, from.toLocalDate(), schoolDays), within);
  }

  /** The start of the working day on this day, or on the first school day after it. */
  public ZonedDateTime morningOf(CaseView about, LocalDate day) {
    LocalDate found = day;
    LocalDate limit = day.plusDays(LONGEST_BREAK_DAYS);
    Predicate<LocalDate> works = workDays(about);
    while (!works.test(found) && found.isBefore(limit)) {
      found = found.plusDays(1);
    }
    return at(about, found, settings.dayBegins());
  }

  /** The gateway variables of a call that may be made from this moment on. */
  Map<String, Object> call(CaseView about, ZonedDateTime from) {
    ZonedDateTime due = dueAfter(about, from.toLocalDate(), settings.followUpDueSchoolDays());
    return Map.of("followUpAt", text(from), "followUpDueAt", text(due));
  }

  /** Another hour of a later school day: whoever is at work in the morning is home after four. */
  ZonedDateTime otherHour(CaseView about, int tries, int schoolDays) {
    LocalDate day = plus(about, today(about), schoolDays);
    return at(about, day, tries % 2 == 1 ? settings.dayEnds().minusHours(1) : settings.dayBegins());
  }

  public LocalDate today(CaseView about) {
    return now(about).toLocalDate();
  }

  public ZonedDateTime inZone(CaseView about, Instant instant) {
    return instant.atZone(zone(about));
  }

  /** As the engine takes it: ISO-8601 with offset. */
  public static String text(ZonedDateTime time) {
    return time.toOffsetDateTime().toString();
  }

  /** Counts the days on which the program works: the school's, or in summer its own. */
  private LocalDate plus(CaseView about, LocalDate day, int workDays) {
    Predicate<LocalDate> works = workDays(about);
    LocalDate found = day;
    for (int left = workDays; left > 0; ) {
      found = found.plusDays(1);
      if (works.test(found) || found.isAfter(day.plusDays(LONGEST_BREAK_DAYS))) {
        left--;
      }
    }
    return found;
  }

  private Predicate<LocalDate> workDays(CaseView about) {
    ProgramSettings program = programs.current(about.district());
    return day -> program.worksOn(day, calendars.schoolDay(about.district(), about.school(), day));
  }

  private ZonedDateTime at(CaseView about, LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone(about));
  }

  private ZonedDateTime now(CaseView about) {
    return clock.instant().atZone(zone(about));
  }

  private ZoneId zone(CaseView about) {
    return calendars.zone(about.district());
  }
}
