package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers.History;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each barrier; only ever added to. */
@Repository
class BarrierLog {

  private final JdbcClient jdbc;

  BarrierLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param key makes it one act within the case; null: the caller knows that it is
   * @return its number
   */
  long add(UUID barrier, CaseId id, @Nullable String key, History entry) {
    Source source = entry.source();
    OwnerGroup owner = entry.owner();
    Instant due = entry.due();
    UserId by = entry.by();
    Barrier.End end = entry.end();
    return jdbc.sql(
            """
            insert into cases.barrier_history (barrier_id, case_id, entry_key, what, at, by_user,
              source, owner_group, due_at, level, why, ended, given, words)
            values (:barrier, :case, :key, :what, :at, :by, :source, :owner, :due, :level, :why,
              :ended, :given, :words)
            returning id
            """)
        .param("barrier", barrier)
        .param("case", id.value())
        .param("key", key, Types.VARCHAR)
        .param("what", entry.what().name())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("by", by == null ? null : by.value(), Types.OTHER)
        .param("source", source == null ? null : source.name(), Types.VARCHAR)
        .param("owner", owner == null ? null : owner.text(), Types.VARCHAR)
        .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
        .param("level", entry.level())
        .param("why", entry.why(), Types.VARCHAR)
        .param("ended", end == null ? null : end.name(), Types.VARCHAR)
        .param("given", entry.given().toArray(String[]::new))
        .param("words", entry.words(), Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  /** The barrier that an entry of this key is about. */
  Optional<UUID> barrierOf(CaseId id, String key) {
    return jdbc.sql(
            "select barrier_id from cases.barrier_history where case_id = ? and entry_key = ?")
        .params(id.value(), key)
        .query(UUID.class)
        .optional();
  }

  /** Tellings that nobody took back. */
  int tellings(UUID barrier) {
    return jdbc.sql(
            """
            select count(*) filter (where what in ('TOLD', 'TOLD_AGAIN', 'HELPED'))
              - count(*) filter (where what = 'TAKEN_BACK')
            from cases.barrier_history where barrier_id = ?
            """)
        .param(barrier)
        .query(Integer.class)
        .single();
  }

  boolean owned(UUID barrier) {
    return jdbc.sql(
            """
            select exists (select from cases.barrier_history
              where barrier_id = ? and what = 'OWNED')
            """)
        .param(barrier)
        .query(Boolean.class)
        .single();
  }

  List<History> of(UUID barrier) {
    return jdbc.sql("select * from cases.barrier_history where barrier_id = ? order by id")
        .param(barrier)
        .query(BarrierLog::entry)
        .list();
  }

  private static History entry(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("by_user", UUID.class);
    String source = row.getString("source");
    String owner = row.getString("owner_group");
    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
    String ended = row.getString("ended");
    return new History(
        What.valueOf(row.getString("what")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        by == null ? null : new UserId(by),
        source == null ? null : Source.valueOf(source),
        owner == null ? null : new OwnerGroup(owner),
        due == null ? null : due.toInstant(),
        row.getInt("level"),
        row.getString("why"),
        ended == null ? null : Barrier.End.valueOf(ended),
        List.of((String[]) row.getArray("given").getArray()),
        row.getString("words"));
  }
}
