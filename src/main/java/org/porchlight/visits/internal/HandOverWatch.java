package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.HandOver.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends asks that nobody answers, and never lets a visit come near whose visitor has left or is
 * away: then others are chosen at once, and the family hears of it.
 */
@Component
class HandOverWatch {

  private static final int PER_ROUND = 50;

  private final HandOverStore store;
  private final TakeOver takeOver;
  private final ChangeVisit changes;
  private final VisitorStore visitors;
  private final SchoolCalendars calendars;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final Clock clock;

  HandOverWatch(
      HandOverStore store,
      TakeOver takeOver,
      ChangeVisit changes,
      VisitorStore visitors,
      SchoolCalendars calendars,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      Clock clock) {
    this.store = store;
    this.takeOver = takeOver;
    this.changes = changes;
    this.visitors = visitors;
    this.calendars = calendars;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Gone(UUID visit, UUID visitor, Instant startsAt) {}

  @Scheduled(fixedDelayString = "${porchlight.visits.watch:30s}")
  void look() {
    for (int i = 0; i < PER_ROUND; i++) {
      if (!Boolean.TRUE.equals(transactions.execute(status -> endOne()))) {
        break;
      }
    }
    nearVisits().forEach(gone -> transactions.executeWithoutResult(status -> replace(gone)));
  }

  private boolean endOne() {
    Instant now = clock.instant();
    var overdue = store.lockOverdue(now);
    overdue.ifPresent(asked -> takeOver.giveUp(asked, State.SILENT, now));
    return overdue.isPresent();
  }

  /** With somebody who is not asked any more, or who may be away. */
  private List<Gone> nearVisits() {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select a.id as visit, v.user_id as visitor, a.starts_at
            from visits.appointment a
            join visits.pair p on p.id = a.pair
            join visits.visitor v on v.user_id in (p.first_visitor, p.second_visitor)
            left join visits.choice c on c.user_id = v.user_id
            where a.state = 'PLANNED' and a.starts_at > :now and a.starts_at <= :near
              and (not v.active or c.away_from is not null)
            limit :limit
            """)
        .param("now", java.sql.Timestamp.from(now))
        .param("near", java.sql.Timestamp.from(now.plus(HandOvers.LAST_MOMENT)))
        .param("limit", PER_ROUND)
        .query(
            (row, number) ->
                new Gone(
                    row.getObject("visit", UUID.class),
                    row.getObject("visitor", UUID.class),
                    row.getTimestamp("starts_at").toInstant()))
        .list();
  }

  /** A repeat, on another replica too, finds the time given up and does nothing. */
  private void replace(Gone gone) {
    Visitor visitor = visitors.find(new UserId(gone.visitor())).orElseThrow();
    LocalDate day = gone.startsAt().atZone(calendars.zone(visitor.district())).toLocalDate();
    if (!visitor.active() || visitor.availability().awayOn(day)) {
      changes.fallOut(gone.visit(), visitor.user());
    }
  }
}
