package org.porchlight.messaging.send;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.outbox.Columns;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calls of the provider. */
@Repository
public class Attempts {

  private final JdbcClient jdbc;

  Attempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public record Attempt(
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

  /**
   * One that is to be made.
   *
   * @param optOutLine whether the body says how to stop
   */
  record New(UUID id, Intent intent, String body, boolean optOutLine) {}

  void start(List<New> all, Instant now, Instant lookUpAt) {
    jdbc.sql(
            """
            insert into messaging.attempt (id, intent, phone, body, opt_out_line, state, started_at, look_up_at)
            select id, intent, phone, body, line, 'POSTING', :now, :lookUpAt
            from unnest(:ids, :intents, :phones, :bodies, :lines) as new (id, intent, phone, body, line)
            """)
        .param("ids", Columns.of("uuid", all, New::id))
        .param("intents", Columns.of("uuid", all, each -> each.intent().id()))
        .param("phones", Columns.of("text", all, each -> each.intent().phone().e164()))
        .param("bodies", Columns.of("text", all, New::body))
        .param("lines", Columns.of("bool", all, New::optOutLine))
        .param("now", Timestamp.from(now))
        .param("lookUpAt", Timestamp.from(lookUpAt))
        .update();
  }

  /** One that the provider has taken, by its id there. */
  record Taken(UUID id, String sid) {}

  /**
   * Stores that the provider has them, with their intents, which the caller has locked. Those
   * settled already, by a callback or the provider's list, stay as they are.
   */
  int accepted(List<Taken> all, Instant now) {
    return jdbc.sql(
            """
            with taken as (
              update messaging.attempt a set state = 'ACCEPTED', sid = t.sid, finished_at = :now
              from unnest(:ids, :sids) as t (id, sid)
              where a.id = t.id and a.state in ('POSTING', 'UNKNOWN') returning a.intent)
            update messaging.intent i set state = 'SENT', reason = null, settled_at = :now
            from taken where i.id = taken.intent
            """)
        .param("ids", Columns.of("uuid", all, Taken::id))
        .param("sids", Columns.of("text", all, Taken::sid))
        .param("now", Timestamp.from(now))
        .update();
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
  public Optional<Attempt> takeUnanswered(Instant now, Duration again) {
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
  public Optional<Attempt> lock(@Nullable UUID id, String sid) {
    return jdbc.sql(
            """
            select * from messaging.attempt where (id = :id and (sid is null or sid = :sid)) or sid = :sid for update
            """)
        .param("id", id, Types.OTHER)
        .param("sid", sid)
        .query(Attempt::read)
        .optional();
  }

  public void status(UUID id, String status, int rank, @Nullable Integer code) {
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

  /** How often the provider has taken this text. */
  int takenOf(UUID intent) {
    return jdbc.sql(
            "select count(*) from messaging.attempt where intent = :intent and state = 'ACCEPTED'")
        .param("intent", intent)
        .query(Integer.class)
        .single();
  }

  public Set<String> knownIds(PhoneNumber phone) {
    return new HashSet<>(
        jdbc.sql("select sid from messaging.attempt where phone = :phone and sid is not null")
            .param("phone", phone.e164())
            .query(String.class)
            .list());
  }
}
