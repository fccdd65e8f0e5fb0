package org.porchlight.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.outbox.Attempts.Attempt;
import org.porchlight.messaging.twilio.CarrierError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Status callbacks: stored as they come, once each, and understood afterwards. */
@Component
public class Deliveries {

  private static final int PER_ROUND = 200;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Attempts attempts;
  private final Outcomes outcomes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Deliveries(
      JdbcClient jdbc,
      Outbox outbox,
      Attempts attempts,
      Outcomes outcomes,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Delivery(
      String sid, String status, @Nullable UUID attempt, @Nullable Integer errorCode) {

    static Delivery read(ResultSet row, int number) throws SQLException {
      return new Delivery(
          row.getString("sid"),
          row.getString("status"),
          row.getObject("attempt", UUID.class),
          row.getObject("error_code", Integer.class));
    }
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
    for (int i = 0; i < PER_ROUND; i++) {
      if (!Boolean.TRUE.equals(transaction.execute(status -> applyOne()))) {
        return;
      }
    }
  }

  private boolean applyOne() {
    Optional<Delivery> next =
        jdbc.sql(
                """
                select * from messaging.delivery where applied_at is null
                order by received_at limit 1 for update skip locked
                """)
            .query(Delivery::read)
            .optional();
    next.ifPresent(
        delivery -> {
          intentOf(delivery).ifPresent(intent -> apply(delivery, outbox.lock(intent)));
          jdbc.sql(
                  "update messaging.delivery set applied_at = :now where sid = :sid and status = :status")
              .param("now", Timestamp.from(clock.instant()))
              .param("sid", delivery.sid())
              .param("status", delivery.status())
              .update();
        });
    return next.isPresent();
  }

  /** Intents are locked before their attempts everywhere. */
  private Optional<UUID> intentOf(Delivery delivery) {
    return jdbc.sql(
            """
            select intent from messaging.attempt
            where (id = :attempt and (sid is null or sid = :sid)) or sid = :sid
            """)
        .param("attempt", delivery.attempt(), Types.OTHER)
        .param("sid", delivery.sid())
        .query(UUID.class)
        .optional();
  }

  private void apply(Delivery delivery, Intent intent) {
    Attempt attempt = attempts.lock(delivery.attempt(), delivery.sid()).orElseThrow();
    // A callback also proves that the provider has the text, should our answer be lost.
    outcomes.accepted(intent, attempt.id(), delivery.sid());
    int rank = DeliveryStatus.rank(delivery.status());
    if (rank <= attempt.statusRank()) {
      return;
    }
    attempts.status(attempt.id(), delivery.status(), rank, delivery.errorCode());
    if (DeliveryStatus.notDelivered(delivery.status())) {
      int code = delivery.errorCode() == null ? 0 : delivery.errorCode();
      outcomes.act(intent, CarrierError.of(code), code);
    }
  }
}
