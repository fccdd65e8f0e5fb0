package org.porchlight.messaging.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.porchlight.messaging.SendAlerts;
import org.porchlight.messaging.outbox.DeliveryStatus;
import org.porchlight.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class RaisedAlerts implements SendAlerts {

  private static final Logger log = LoggerFactory.getLogger(RaisedAlerts.class);
  private static final Duration DELIVERED_WITHIN = Duration.ofHours(1);
  private static final Duration COUNTED = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  RaisedAlerts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** In the caller's transaction; one that is open already counts one more. */
  public void raise(Kind kind, int code) {
    log.error("Texts need an operator: {}, code {}", kind, code);
    jdbc.sql(
            """
            insert into messaging.alert (id, kind, code, times, first_at, last_at)
            values (gen_random_uuid(), :kind, :code, 1, :now, :now)
            on conflict (kind, code) where seen_at is null
            do update set times = messaging.alert.times + 1, last_at = excluded.last_at
            """)
        .param("kind", kind.name())
        .param("code", code)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Alert> open() {
    return jdbc.sql("select * from messaging.alert where seen_at is null order by last_at desc")
        .query(
            (row, number) ->
                new Alert(
                    row.getObject("id", UUID.class),
                    Kind.valueOf(row.getString("kind")),
                    row.getInt("code"),
                    row.getInt("times"),
                    row.getTimestamp("first_at").toInstant(),
                    row.getTimestamp("last_at").toInstant()))
        .list();
  }

  @Override
  @Transactional
  public void seen(UUID alert, UserId by) {
    jdbc.sql(
            """
            update messaging.alert set seen_by = :by, seen_at = :now where id = :id and seen_at is null
            """)
        .param("by", by.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", alert)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public int deliveryUnknown() {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select count(*) from messaging.attempt
            where state = 'ACCEPTED' and status_rank < :end and started_at > :from and started_at < :until
            """)
        .param("end", DeliveryStatus.TERMINAL)
        .param("from", Timestamp.from(now.minus(COUNTED)))
        .param("until", Timestamp.from(now.minus(DELIVERED_WITHIN)))
        .query(Integer.class)
        .single();
  }
}
