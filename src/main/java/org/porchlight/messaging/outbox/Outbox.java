package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The intents and what becomes of them. */
@Repository
public class Outbox {

  private final JdbcClient jdbc;

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks so many of each lane, the longest due first, that nobody else works on.
   *
   * @param calling a phone with an unanswered call since then is left alone: its texts keep their
   *     order
   */
  public List<Intent> lockDue(Map<Lane, Integer> places, Instant now, Instant calling) {
    if (places.isEmpty()) {
      return List.of();
    }
    List<Lane> lanes = List.copyOf(places.keySet());
    return jdbc.sql(
            """
            select i.* from unnest(:urgencies, :districts, :most) as lane (urgency, district, most)
            cross join lateral (
              select * from messaging.intent i
              where i.state = 'WAITING' and i.urgency = lane.urgency and i.district = lane.district
                and i.due_at <= :now and not exists (
                  select from messaging.attempt a
                  where a.phone = i.phone and a.state = 'POSTING' and a.started_at > :calling)
                and not exists (
                  select from messaging.batch b where b.id = i.batch and b.state <> 'RUNNING')
              order by i.due_at limit lane.most for update skip locked) i
            order by i.urgency, i.due_at
            """)
        .param("urgencies", Columns.of("int2", lanes, lane -> (short) lane.urgency()))
        .param("districts", Columns.of("uuid", lanes, Lane::district))
        .param("most", Columns.of("int4", lanes, places::get))
        .param("now", Timestamp.from(now))
        .param("calling", Timestamp.from(calling))
        .query(Intent::read)
        .list();
  }

  /** Locks what can only be given up any more. */
  public List<Intent> lockExpired(Instant now, int most) {
    return jdbc.sql(
            """
            select * from messaging.intent where state = 'WAITING' and (expires_at <= :now
              or batch in (select id from messaging.batch where state = 'CANCELLED'))
            order by expires_at limit :most for update skip locked
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(Intent::read)
        .list();
  }

  /** The longest due, unlocked. */
  public List<UUID> due(Instant now, int most) {
    return jdbc.sql(
            """
            select id from messaging.intent where state = 'WAITING' and due_at <= :now
            order by due_at limit :most
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  public Optional<Intent> lockWaiting(UUID id) {
    return jdbc.sql(
            "select * from messaging.intent where id = :id and state = 'WAITING' for update")
        .param("id", id)
        .query(Intent::read)
        .optional();
  }

  public Intent lock(UUID id) {
    return jdbc.sql("select * from messaging.intent where id = :id for update")
        .param("id", id)
        .query(Intent::read)
        .single();
  }

  /** Locks those that exist, in the order in which everybody locks them. */
  public void lockAll(Collection<UUID> ids) {
    jdbc.sql("select id from messaging.intent where id = any(:ids) order by id for update")
        .param("ids", Columns.of("uuid", ids, id -> id))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  public void sending(Collection<UUID> ids) {
    jdbc.sql("update messaging.intent set state = 'SENDING', reason = null where id = any(:ids)")
        .param("ids", Columns.of("uuid", ids, id -> id))
        .update();
  }

  public void hold(UUID id, Instant until, String reason) {
    jdbc.sql(
            """
            update messaging.intent set state = 'WAITING', due_at = :until, reason = :reason where id = :id
            """)
        .param("until", Timestamp.from(until))
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  public void tryAgain(UUID id, Instant at, String reason) {
    hold(id, at, reason);
    jdbc.sql("update messaging.intent set tries = tries + 1 where id = :id")
        .param("id", id)
        .update();
  }

  public void settle(
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
