package org.porchlight.tasks.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings' rows. Writers hold the team's row. */
@Repository
class MeetingStore {

  private final JdbcClient jdbc;

  MeetingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Meeting> find(UUID id) {
    return jdbc.sql("select * from tasks.meeting where id = ?")
        .param(id)
        .query(MeetingStore::meeting)
        .optional();
  }

  /** The one that the team waits for. */
  Optional<Meeting> ahead(TeamId team) {
    return jdbc.sql("select * from tasks.meeting where team = ? and state in ('PLANNED', 'OPEN')")
        .param(team.value())
        .query(MeetingStore::meeting)
        .optional();
  }

  /** The day of the last one that is over, held or skipped. */
  Optional<Instant> lastPlanned(TeamId team) {
    return instant("max(planned_for)", team, "state in ('HELD', 'SKIPPED')");
  }

  Optional<Instant> lastHeld(TeamId team) {
    return instant("max(ended_at)", team, "state = 'HELD'");
  }

  /** That were held, the newest first. */
  List<Meeting> held(TeamId team, int limit) {
    return jdbc.sql(
            "select * from tasks.meeting where team = ? and state = 'HELD' order by ended_at desc limit ?")
        .params(team.value(), limit)
        .query(MeetingStore::meeting)
        .list();
  }

  UUID plan(TeamId team, Instant at) {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into tasks.meeting (id, team, planned_for, state) values (?, ?, ?, 'PLANNED')")
        .params(id, team.value(), Timestamp.from(at))
        .update();
    return id;
  }

  void replan(UUID id, Instant at) {
    jdbc.sql("update tasks.meeting set planned_for = ?, state = 'PLANNED' where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  void prepared(UUID id, Instant at) {
    jdbc.sql("update tasks.meeting set state = 'OPEN', prepared_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  void started(UUID id, Instant at) {
    jdbc.sql("update tasks.meeting set started_at = coalesce(started_at, ?) where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  void drop(UUID id) {
    jdbc.sql("update tasks.meeting set state = 'DROPPED' where id = ?").param(id).update();
  }

  void end(
      UUID id,
      Meeting.State how,
      UserId by,
      Instant at,
      @Nullable String reason,
      @Nullable String words) {
    jdbc.sql(
            """
            update tasks.meeting
            set state = :state, ended_by = :by, ended_at = :at, reason = :reason, words = :words
            where id = :id
            """)
        .param("state", how.name())
        .param("by", by.value())
        .param("at", Timestamp.from(at))
        .param("reason", reason, Types.VARCHAR)
        .param("words", words, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  private Optional<Instant> instant(String what, TeamId team, String condition) {
    return jdbc.sql("select " + what + " as at from tasks.meeting where team = ? and " + condition)
        .param(team.value())
        .query((row, number) -> Optional.ofNullable(at(row, "at")))
        .single();
  }

  private static Meeting meeting(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("ended_by", UUID.class);
    return new Meeting(
        row.getObject("id", UUID.class),
        new TeamId(row.getObject("team", UUID.class)),
        row.getTimestamp("planned_for").toInstant(),
        Meeting.State.valueOf(row.getString("state")),
        at(row, "prepared_at"),
        at(row, "started_at"),
        at(row, "ended_at"),
        by == null ? null : new UserId(by),
        row.getString("reason"),
        row.getString("words"));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
