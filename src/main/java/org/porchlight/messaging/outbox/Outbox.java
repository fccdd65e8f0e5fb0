package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The intents and what becomes of them. */
@Repository
class Outbox {

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the most urgent intent that nobody else works on. */
  Optional<Intent> lockDue(Instant now) {
    return jdbc.sql(
            """
            select * from messaging.intent where state = 'WAITING' and due_at <= :now
            order by due_at limit 1 for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .query(Intent::read)
        .optional();
  }

  Optional<Intent> lockWaiting(UUID id) {
    return jdbc.sql(
            "select * from messaging.intent where id = :id and state = 'WAITING' for update")
        .param("id", id)
        .query(Intent::read)
        .optional();
  }

  Intent lock(UUID id) {
    return jdbc.sql("select * from messaging.intent where id = :id for update")
        .param("id", id)
        .query(Intent::read)
        .single();
  }

  /** One at a time per phone, so that the fuse and the opt-out line count right. */
  void lockPhone(PhoneNumber phone) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:phone, 400))")
        .param("phone", phone.e164())
        .query((row, number) -> number)
        .list();
  }

  void sending(UUID id) {
    jdbc.sql("update messaging.intent set state = 'SENDING', reason = null where id = :id")
        .param("id", id)
        .update();
  }

  void hold(UUID id, Instant until, String reason) {
    jdbc.sql(
            """
            update messaging.intent set state = 'WAITING', due_at = :until, reason = :reason where id = :id
            """)
        .param("until", Timestamp.from(until))
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  void tryAgain(UUID id, Instant at, String reason) {
    hold(id, at, reason);
    jdbc.sql("update messaging.intent set tries = tries + 1 where id = :id")
        .param("id", id)
        .update();
  }

  void settle(
      UUID id, String state, @org.jspecify.annotations.Nullable String reason, Instant now) {
    jdbc.sql(
            """
            update messaging.intent set state = :state, reason = :reason, settled_at = :now where id = :id
            """)
        .param("state", state)
        .param("reason", reason)
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }
}
