package org.porchlight.messaging.settle;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.outbox.DeliveryStatus;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.send.Attempts;
import org.porchlight.messaging.send.Attempts.Attempt;
import org.porchlight.messaging.send.Outcomes;
import org.porchlight.messaging.settle.NewDeliveries.Delivery;
import org.porchlight.messaging.twilio.CarrierError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Status callbacks: stored as they come, once each, and understood afterwards. */
@Component
public class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final int PER_GROUP = 200;

  private final JdbcClient jdbc;
  private final NewDeliveries waiting;
  private final Outbox outbox;
  private final Attempts attempts;
  private final Outcomes outcomes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Deliveries(
      JdbcClient jdbc,
      NewDeliveries waiting,
      Outbox outbox,
      Attempts attempts,
      Outcomes outcomes,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.waiting = waiting;
    this.outbox = outbox;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Stores a callback; a repeat does nothing. */
  public void store(
      String sid, String status, @Nullable UUID attempt, @Nullable Integer errorCode) {
    jdbc.sql(
            """
            insert into messaging.delivery (sid, status, attempt, error_code, received_at)
            values (:sid, :status, :attempt, :code, :now) on conflict (sid, status) do nothing
            """)
        .param("sid", sid)
        .param("status", status)
        .param("attempt", attempt, Types.OTHER)
        .param("code", errorCode, Types.INTEGER)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.poll:200ms}")
  void applyNew() {
    int applied;
    do {
      applied = transaction.execute(status -> applyGroup());
      while (Boolean.TRUE.equals(transaction.execute(status -> applyOne()))) {
        applied++;
      }
    } while (applied > 0);
  }

  /** Those that only say how far a text has come: all with a handful of statements. */
  private int applyGroup() {
    List<Delivery> group = waiting.lockPlain(PER_GROUP);
    if (!group.isEmpty()) {
      outbox.lockAll(waiting.intentsOf(group));
      waiting.applyPlain(group, clock.instant());
    }
    return group.size();
  }

  /** One that something follows from. */
  private boolean applyOne() {
    Optional<Delivery> next = waiting.lockNext();
    next.ifPresent(
        delivery -> {
          waiting.intentOf(delivery).ifPresent(intent -> apply(delivery, outbox.lock(intent)));
          waiting.applied(List.of(delivery), clock.instant());
        });
    return next.isPresent();
  }

  private void apply(Delivery delivery, Intent intent) {
    Attempt attempt = attempts.lock(delivery.attempt(), delivery.sid()).orElseThrow();
    // A callback also proves that the provider has the text, should our answer be lost.
    outcomes.accepted(intent, attempt.id(), delivery.sid());
    int rank = DeliveryStatus.rank(delivery.status());
    if (rank <= attempt.statusRank()) {
      if (rank == DeliveryStatus.TERMINAL) {
        log.warn(
            "Attempt {} got two ends; the second, {}, is left", attempt.id(), delivery.status());
      }
      return;
    }
    attempts.status(attempt.id(), delivery.status(), rank, delivery.errorCode());
    if (DeliveryStatus.notDelivered(delivery.status())) {
      int code = delivery.errorCode() == null ? 0 : delivery.errorCode();
      outcomes.act(intent, CarrierError.of(code), code);
    }
  }
}
