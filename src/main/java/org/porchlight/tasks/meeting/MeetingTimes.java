package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.tasks.MeetingCycle.Every;
import org.springframework.stereotype.Component;

/** The instants of a team's meetings, in the district's zone and by the school's calendar. */
@Component
public class MeetingTimes {

  /** Early on the school day before, so that a team has the day to read. */
  private static final LocalTime PACK_AT = LocalTime.of(6, 0);

  /** So that the teams of an installation do not all begin in the same second. */
  private static final int SPREAD_MINUTES = 30;

  /** A meeting that nobody closed is late from the next school day's morning on. */
  private static final LocalTime DUE_AT = LocalTime.of(9, 0);

  /** The second Tuesday may be five weeks after the second Tuesday. */
  private static final int MONTHLY_GRACE_DAYS = 7;

  private static final int FURTHEST_DAYS = 30;

  private final SchoolCalendars calendars;
  private final MeetingStore meetings;
  private final Clock clock;

  MeetingTimes(SchoolCalendars calendars, MeetingStore meetings, Clock clock) {
    this.calendars = calendars;
    this.meetings = meetings;
    this.clock = clock;
  }

  public ZoneId zone(Team team) {
    return calendars.zone(team.district());
  }

  /** The next meeting: where the team moved it to, or by its cycle after the last one. */
  Instant next(Team team) {
    Instant moved = team.movedTo();
    if (moved != null) {
      return moved;
    }
    Instant now = clock.instant();
    Instant after = meetings.lastPlanned(team.id()).filter(now::isBefore).orElse(now);
    return new MeetingDays(team.cycle(), day -> open(team, day))
        .next(after.atZone(zone(team)))
        .toInstant();
  }

  /** The school day before; now where that is over. */
  Instant pack(Team team, Instant meeting) {
    LocalDate day = meeting.atZone(zone(team)).toLocalDate().minusDays(1);
    LocalDate furthest = day.minusDays(FURTHEST_DAYS);
    while (!open(team, day) && day.isAfter(furthest)) {
      day = day.minusDays(1);
    }
    LocalTime at = PACK_AT.plusMinutes(Math.floorMod(team.id().value().hashCode(), SPREAD_MINUTES));
    Instant pack = day.atTime(at).atZone(zone(team)).toInstant();
    Instant now = clock.instant();
    return pack.isBefore(now) ? now : pack;
  }

  /** From when on a meeting that nobody held is late. */
  Instant due(Team team, Instant meeting) {
    LocalDate day =
        calendars.plusSchoolDays(
            team.district(), team.school(), meeting.atZone(zone(team)).toLocalDate(), 1);
    return day.atTime(DUE_AT).atZone(zone(team)).toInstant();
  }

  /** From when on the district sees that the team has not met for a month. */
  Instant monthWithout(Team team) {
    return monthWithout(team, meetings.lastHeld(team.id()).orElse(team.setUpAt()));
  }

  private Instant monthWithout(Team team, Instant last) {
    ZonedDateTime from =
        (last.isBefore(team.setUpAt()) ? team.setUpAt() : last).atZone(zone(team)).plusMonths(1);
    return (team.cycle().every() == Every.MONTHLY ? from.plusDays(MONTHLY_GRACE_DAYS) : from)
        .toInstant();
  }

  public boolean silent(Team team) {
    return team.meets() && !clock.instant().isBefore(monthWithout(team));
  }

  String text(Team team, Instant instant) {
    return instant.atZone(zone(team)).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString();
  }

  private boolean open(Team team, LocalDate day) {
    return calendars.schoolDay(team.district(), team.school(), day);
  }
}
