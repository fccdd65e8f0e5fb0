package org.porchlight.messaging.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.porchlight.messaging.DistrictHours;
import org.porchlight.messaging.DistrictHours.Hours;
import org.porchlight.messaging.SendWindows;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/**
 * The windows by the hours of the district's program. School texts are not bound by the hours for
 * sales calls, but keep Connecticut's (C.G.S. 42-288a).
 */
@Component
public class SendWindow implements SendWindows {

  /** A calendar without any open day in this many days is taken as wrong rather than followed. */
  private static final int SEARCH_DAYS = 120;

  private final SchoolCalendars calendars;
  private final MessagingSettings settings;
  private final DistrictHours programs;

  SendWindow(SchoolCalendars calendars, MessagingSettings settings, DistrictHours programs) {
    this.calendars = calendars;
    this.settings = settings;
    this.programs = programs;
  }

  public ZoneId zone(DistrictId district) {
    return calendars.zone(district);
  }

  boolean open(DistrictId district, Instant at) {
    return next(district, at).equals(at);
  }

  /** The first instant from {@code at} on that is inside the window. */
  public Instant next(DistrictId district, Instant at) {
    ZonedDateTime local = at.atZone(zone(district));
    LocalDate day = local.toLocalDate();
    for (int i = 0; i < SEARCH_DAYS; i++, day = day.plusDays(1)) {
      Hours hours = hours(district, day);
      if (hours.works()) {
        Instant opens = day.atTime(hours.opens()).atZone(local.getZone()).toInstant();
        if (opens.isAfter(at)) {
          return opens;
        }
        if (at.isBefore(day.atTime(hours.closes()).atZone(local.getZone()).toInstant())) {
          return at;
        }
      }
    }
    throw new IllegalStateException(
        "The calendar of district " + district + " has no open day in " + SEARCH_DAYS + " days");
  }

  /** When the window closes that is open at {@code at}. */
  Instant closing(DistrictId district, Instant at) {
    ZonedDateTime local = at.atZone(zone(district));
    return closes(district, local.toLocalDate(), local.getZone());
  }

  @Override
  public Instant nextOpening(DistrictId district, Instant at) {
    return next(district, at);
  }

  @Override
  public Instant dueAfter(DistrictId district, Instant asked, Duration within) {
    Instant leaves = next(district, asked);
    Instant wholeWindow = afterOpenTime(district, leaves);
    Instant due = leaves.plus(within);
    return next(district, due.isBefore(wholeWindow) ? wholeWindow : due);
  }

  /** When as much open time has passed since {@code opened} as one window has. */
  private Instant afterOpenTime(DistrictId district, Instant opened) {
    Hours first = hours(district, opened.atZone(zone(district)).toLocalDate());
    Duration left = Duration.between(first.opens(), first.closes());
    Instant from = opened;
    while (true) {
      Instant closes = closing(district, from);
      Duration open = Duration.between(from, closes);
      if (open.compareTo(left) >= 0) {
        return from.plus(left);
      }
      left = left.minus(open);
      from = next(district, closes);
    }
  }

  @Override
  public Instant earlier(DistrictId district, Instant at) {
    if (open(district, at)) {
      return at;
    }
    ZonedDateTime local = at.atZone(zone(district));
    LocalDate day = local.toLocalDate();
    for (int i = 0; i < SEARCH_DAYS; i++, day = day.minusDays(1)) {
      Instant late = closes(district, day, local.getZone()).minus(settings.earlierMargin());
      if (hours(district, day).works() && late.isBefore(at)) {
        return late;
      }
    }
    return at;
  }

  public Instant startOfDay(DistrictId district, Instant at) {
    ZoneId zone = zone(district);
    return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  private Instant closes(DistrictId district, LocalDate day, ZoneId zone) {
    return day.atTime(hours(district, day).closes()).atZone(zone).toInstant();
  }

  private Hours hours(DistrictId district, LocalDate day) {
    return programs.on(district, day);
  }
}
