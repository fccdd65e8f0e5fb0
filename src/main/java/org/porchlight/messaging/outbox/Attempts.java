package org.porchlight.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls of the provider. */
@Repository
class Attempts {

  private final JdbcClient jdbc;

  Attempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Attempt(
      UUID id,
      UUID intent,
      PhoneNumber phone,
      String body,
      Instant startedAt,
      int lookedUp,
      int statusRank) {

    static Attempt read(ResultSet row, int number) throws SQLException {
      return new Attempt(
          row.getObject("id", UUID.class),
          row.getObject("intent", UUID.class),
          new PhoneNumber(row.getString("phone")),
          row.getString("body"),
          row.getTimestamp("started_at").toInstant(),
          row.getInt("looked_up"),
          row.getInt("status_rank"));
    }
  }

  UUID start(Intent intent, String body, boolean optOutLine, Instant now, Instant lookUpAt) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into messaging.attempt (id, intent, phone, body, opt_out_line, state, started_at, look_up_at)
            values (:id, :intent, :phone, :body, :line, 'POSTING', :now, :lookUpAt)
            """)
        .param("id", id)
        .param("intent", intent.id())
        .param("phone", intent.phone().e164())
        .param("body", body)
        .param("line", optOutLine)
        .param("now", Timestamp.from(now))
        .param("lookUpAt", Timestamp.from(lookUpAt))
        .update();
    return id;
  }

  /** False where the attempt was settled already, by a callback or the provider's list. */
  boolean accepted(UUID id, String sid, Instant now) {
    return jdbc.sql(
                """
                update messaging.attempt set state = 'ACCEPTED', sid = :sid, finished_at = :now
                where id = :id and state in ('POSTING', 'UNKNOWN')
                """)
            .param("sid", sid)
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update()
        == 1;
  }

  boolean rejected(UUID id, @Nullable Integer code, Instant now) {
    return settle(id, "REJECTED", code, now);
  }

  boolean unknown(UUID id, Instant now) {
    return settle(id, "UNKNOWN", null, now);
  }

  private boolean settle(UUID id, String state, @Nullable Integer code, Instant now) {
    return jdbc.sql(
                """
                update messaging.attempt set state = :state, error_code = :code, finished_at = :now
                where id = :id and state = 'POSTING'
                """)
            .param("state", state)
            .param("code", code, Types.INTEGER)
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update()
        == 1;
  }

  void lookUpAt(UUID id, Instant at) {
    jdbc.sql("update messaging.attempt set look_up_at = :at where id = :id and state = 'POSTING'")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /** Takes an unanswered attempt for one look; others leave it alone until then. */
  Optional<Attempt> takeUnanswered(Instant now, Duration again) {
    return jdbc.sql(
            """
            update messaging.attempt set look_up_at = :again, looked_up = looked_up + 1
            where id = (select id from messaging.attempt where state = 'POSTING' and look_up_at <= :now
                        order by look_up_at limit 1 for update skip locked)
            returning *
            """)
        .param("again", Timestamp.from(now.plus(again)))
        .param("now", Timestamp.from(now))
        .query(Attempt::read)
        .optional();
  }

  /** The attempt that a callback is about: by the id in its address, else by the provider's id. */
  Optional<Attempt> lock(@Nullable UUID id, String sid) {
    return jdbc.sql(
            """
            select * from messaging.attempt where (id = :id and (sid is null or sid = :sid)) or sid = :sid for update
            """)
        .param("id", id, Types.OTHER)
        .param("sid", sid)
        .query(Attempt::read)
        .optional();
  }

  void status(UUID id, String status, int rank, @Nullable Integer code) {
    jdbc.sql(
            """
            update messaging.attempt set status = :status, status_rank = :rank, error_code = :code where id = :id
            """)
        .param("status", status)
        .param("rank", rank)
        .param("code", code, Types.INTEGER)
        .param("id", id)
        .update();
  }

  int ofIntent(UUID intent) {
    return jdbc.sql("select count(*) from messaging.attempt where intent = :intent")
        .param("intent", intent)
        .query(Integer.class)
        .single();
  }

  int toPhoneSince(PhoneNumber phone, Instant since) {
    return jdbc.sql(
            """
            select count(*) from messaging.attempt
            where phone = :phone and started_at >= :since and state <> 'REJECTED'
            """)
        .param("phone", phone.e164())
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  boolean optOutLineSince(PhoneNumber phone, Instant since) {
    return jdbc.sql(
            """
            select exists (select from messaging.attempt
              where phone = :phone and opt_out_line and started_at >= :since and state <> 'REJECTED')
            """)
        .param("phone", phone.e164())
        .param("since", Timestamp.from(since))
        .query(Boolean.class)
        .single();
  }

  Set<String> knownIds(PhoneNumber phone) {
    return new HashSet<>(
        jdbc.sql("select sid from messaging.attempt where phone = :phone and sid is not null")
            .param("phone", phone.e164())
            .query(String.class)
            .list());
  }
}
