package org.porchlight.messaging.settle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.outbox.Columns;
import org.porchlight.messaging.outbox.DeliveryStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The callbacks that nothing was done about so far. */
@Repository
class NewDeliveries {

  private final JdbcClient jdbc;

  NewDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Delivery(String sid, String status, @Nullable UUID attempt, @Nullable Integer errorCode) {

    static Delivery read(ResultSet row, int number) throws SQLException {
      return new Delivery(
          row.getString("sid"),
          row.getString("status"),
          row.getObject("attempt", UUID.class),
          row.getObject("error_code", Integer.class));
    }
  }

  /** Those that only say how far a text has come. */
  List<Delivery> lockPlain(int most) {
    return jdbc.sql(
            """
            select * from messaging.delivery where applied_at is null and status = any(:plain)
            order by received_at limit :most for update skip locked
            """)
        .param("plain", Columns.of("text", DeliveryStatus.plain(), each -> each))
        .param("most", most)
        .query(Delivery::read)
        .list();
  }

  /** The oldest that something may follow from. */
  Optional<Delivery> lockNext() {
    return jdbc.sql(
            """
            select * from messaging.delivery where applied_at is null and status <> all(:plain)
            order by received_at limit 1 for update skip locked
            """)
        .param("plain", Columns.of("text", DeliveryStatus.plain(), each -> each))
        .query(Delivery::read)
        .optional();
  }

  /** A callback names the attempt in its address; a text that was looked up is known by its id. */
  List<UUID> intentsOf(List<Delivery> group) {
    return jdbc.sql(
            """
            select a.intent from unnest(:attempts, :sids) as d (attempt, sid)
            join messaging.attempt a on a.id = d.attempt and (a.sid is null or a.sid = d.sid)
            union
            select a.intent from unnest(:sids) as d (sid) join messaging.attempt a on a.sid = d.sid
            """)
        .param("attempts", Columns.of("uuid", group, Delivery::attempt))
        .param("sids", Columns.of("text", group, Delivery::sid))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  Optional<UUID> intentOf(Delivery delivery) {
    return intentsOf(List.of(delivery)).stream().findFirst();
  }

  /** A text's status only moves forward; the caller has locked the intents. */
  void applyPlain(List<Delivery> group, Instant now) {
    jdbc.sql(
            """
            with told as (
              select distinct on (a.id) a.id, a.intent, d.sid, d.status, d.rank
              from unnest(:attempts, :sids, :statuses, :ranks) as d (attempt, sid, status, rank)
              cross join lateral (
                select id, intent from messaging.attempt
                where id = d.attempt and (sid is null or sid = d.sid)
                union
                select id, intent from messaging.attempt where sid = d.sid) a
              order by a.id, d.rank desc),
            -- A callback also proves that the provider has the text, should our answer be lost.
            accepted as (
              select t.intent from told t join messaging.attempt a on a.id = t.id
              where a.state in ('POSTING', 'UNKNOWN')),
            sent as (
              update messaging.intent i set state = 'SENT', reason = null, settled_at = :now
              from accepted where i.id = accepted.intent)
            update messaging.attempt a set
              sid = coalesce(a.sid, t.sid),
              state = case when a.state in ('POSTING', 'UNKNOWN') then 'ACCEPTED' else a.state end,
              finished_at = case when a.state in ('POSTING', 'UNKNOWN') then :now else a.finished_at end,
              status = case when t.rank > a.status_rank then t.status else a.status end,
              error_code = case when t.rank > a.status_rank then null else a.error_code end,
              status_rank = greatest(a.status_rank, t.rank)
            from told t where a.id = t.id
            """)
        .param("attempts", Columns.of("uuid", group, Delivery::attempt))
        .param("sids", Columns.of("text", group, Delivery::sid))
        .param("statuses", Columns.of("text", group, Delivery::status))
        .param(
            "ranks", Columns.of("int4", group, delivery -> DeliveryStatus.rank(delivery.status())))
        .param("now", Timestamp.from(now))
        .update();
    applied(group, now);
  }

  void applied(List<Delivery> group, Instant now) {
    jdbc.sql(
            """
            update messaging.delivery d set applied_at = :now
            from unnest(:sids, :statuses) as a (sid, status)
            where d.sid = a.sid and d.status = a.status
            """)
        .param("sids", Columns.of("text", group, Delivery::sid))
        .param("statuses", Columns.of("text", group, Delivery::status))
        .param("now", Timestamp.from(now))
        .update();
  }
}
