package org.porchlight.tasks.meeting;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of a team's meetings; nothing is ever changed or removed. */
@Repository
public class TeamRecord {

  private final JdbcClient jdbc;

  TeamRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What can happen; the page's text is message key {@code meetings.event.<kind>}. */
  public enum Kind {
    CYCLE_SET,
    CYCLE_ENDED,
    MOVED,
    PREPARED,
    HELD,
    SKIPPED,
    OVERDUE,
    /** Reported to the district. */
    MONTH_WITHOUT
  }

  public record Entry(Kind kind, @Nullable UUID meeting, @Nullable UserId by, Instant at) {}

  /** A repeat with the same key does nothing. */
  void add(
      TeamId team, String key, Kind kind, @Nullable UUID meeting, @Nullable UserId by, Instant at) {
    jdbc.sql(
            """
            insert into tasks.team_event (team, event_key, kind, meeting, by_user, at)
            values (:team, :key, :kind, :meeting, :by, :at) on conflict (team, event_key) do nothing
            """)
        .param("team", team.value())
        .param("key", key)
        .param("kind", kind.name())
        .param("meeting", meeting, Types.OTHER)
        .param("by", by == null ? null : by.value(), Types.OTHER)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Newest first. */
  public List<Entry> of(TeamId team, int limit) {
    return jdbc.sql(
            """
            select kind, meeting, by_user, at from tasks.team_event where team = ?
            order by at desc, id desc limit ?
            """)
        .params(team.value(), limit)
        .query(
            (row, number) -> {
              UUID by = row.getObject("by_user", UUID.class);
              return new Entry(
                  Kind.valueOf(row.getString("kind")),
                  row.getObject("meeting", UUID.class),
                  by == null ? null : new UserId(by),
                  row.getTimestamp("at").toInstant());
            })
        .list();
  }
}
