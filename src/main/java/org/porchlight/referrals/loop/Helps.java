package org.porchlight.referrals.loop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode.Kind;
import org.porchlight.referrals.SchoolRole;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the helps. None is locked while it is read: whoever saves an older version fails and
 * is tried again, so that a barrier can end while somebody works on it.
 */
@Repository
public class Helps {

  private final JdbcClient jdbc;

  Helps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where there is one already. */
  public boolean add(Help help) {
    return bind(
                jdbc.sql(
                    """
                    insert into referrals.help (barrier_id, run, kind, urgent, phase, role,
                      referral_id, news_heard, with_team, level, watch_at, step_in_id, started_at)
                    values (:barrier, :run, :kind, :urgent, :phase, :role, :referral, :heard, :team,
                      :level, :watch, :step, :started) on conflict do nothing
                    """),
                help)
            .param("run", help.run())
            .param("kind", help.kind().name())
            .param("urgent", help.urgent())
            .param("started", Timestamp.from(help.startedAt()))
            .update()
        == 1;
  }

  public Optional<Help> find(UUID barrier) {
    return jdbc.sql("select * from referrals.help where barrier_id = ?")
        .param(barrier)
        .query(Helps::read)
        .optional();
  }

  /** Nobody saves or ends it before this transaction does; others may hold it too. */
  void hold(UUID barrier) {
    jdbc.sql("select 1 from referrals.help where barrier_id = ? for share")
        .param(barrier)
        .query(Integer.class)
        .optional();
  }

  /**
   * @throws OptimisticLockingFailureException where somebody else has changed it, or ended it
   */
  public void save(Help help) {
    int changed =
        bind(
                jdbc.sql(
                    """
                    update referrals.help set phase = :phase, role = :role, referral_id = :referral,
                      news_heard = :heard, with_team = :team, level = :level, watch_at = :watch,
                      step_in_id = :step, version = version + 1
                    where barrier_id = :barrier and version = :version and ended_at is null
                    """),
                help)
            .param("version", help.version())
            .update();
    if (changed != 1) {
      throw new OptimisticLockingFailureException(
          "The help for barrier " + help.barrier() + " has changed meanwhile");
    }
  }

  /** Whatever somebody else is about to save. False where it had ended before. */
  public boolean end(UUID barrier, Instant at) {
    return jdbc.sql(
                """
                update referrals.help set ended_at = ?, step_in_id = null, version = version + 1
                where barrier_id = ? and ended_at is null
                """)
            .params(Timestamp.from(at), barrier)
            .update()
        == 1;
  }

  public void processEnded(UUID barrier, int run, Instant at) {
    jdbc.sql(
            """
            update referrals.help set process_ended_at = ?
            where barrier_id = ? and run = ? and process_ended_at is null
            """)
        .params(Timestamp.from(at), barrier, run)
        .update();
  }

  /** Barriers whose process should run, or is about to end, and since when. */
  public Map<UUID, Instant> withProcess() {
    Map<UUID, Instant> since = new HashMap<>();
    jdbc.sql("select barrier_id, started_at from referrals.help where process_ended_at is null")
        .query(
            row -> {
              since.put(
                  row.getObject("barrier_id", UUID.class),
                  row.getTimestamp("started_at").toInstant());
            });
    return since;
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Help help) {
    SchoolRole role = help.role();
    return sql.param("barrier", help.barrier())
        .param("phase", help.phase().code())
        .param("role", role == null ? null : role.code(), Types.VARCHAR)
        .param("referral", help.referral(), Types.OTHER)
        .param("heard", help.newsHeard())
        .param("team", help.withTeam())
        .param("level", help.level())
        .param("watch", Timestamp.from(help.watchAt()))
        .param("step", help.stepIn(), Types.OTHER);
  }

  private static Help read(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    return new Help(
        row.getObject("barrier_id", UUID.class),
        row.getInt("run"),
        Kind.valueOf(row.getString("kind")),
        row.getBoolean("urgent"),
        phase(row.getString("phase")),
        role == null ? null : SchoolRole.of(role).orElseThrow(),
        row.getObject("referral_id", UUID.class),
        row.getInt("news_heard"),
        row.getBoolean("with_team"),
        row.getInt("level"),
        row.getTimestamp("watch_at").toInstant(),
        row.getObject("step_in_id", UUID.class),
        row.getTimestamp("started_at").toInstant(),
        instant(row, "ended_at"),
        row.getInt("version"));
  }

  private static Help.Phase phase(String code) {
    for (Help.Phase phase : Help.Phase.values()) {
      if (phase.code().equals(code)) {
        return phase;
      }
    }
    throw new IllegalStateException("No phase " + code);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
