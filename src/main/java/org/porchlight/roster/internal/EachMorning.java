package org.porchlight.roster.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.porchlight.roster.Districts;
import org.porchlight.roster.RosterChanged;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enrolments begin and end by the calendar, also on days without an import. */
@Component
class EachMorning {

  private final Districts districts;
  private final SchoolPlacement placement;
  private final SchoolCalendars calendars;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  EachMorning(
      Districts districts,
      SchoolPlacement placement,
      SchoolCalendars calendars,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock) {
    this.districts = districts;
    this.placement = placement;
    this.calendars = calendars;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Each district by itself; a repeat, or another replica, changes nothing. */
  @Scheduled(cron = "${porchlight.roster.each-morning:0 15 6 * * *}")
  void place() {
    for (Districts.District district : districts.all()) {
      transactions.executeWithoutResult(
          status -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), calendars.zone(district.id()));
            placement.place(district.id(), today);
            events.publishEvent(new RosterChanged(district.id()));
          });
    }
  }
}
