package org.porchlight.referrals.loop;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was tried for each barrier, in order; only ever added to. */
@Repository
public class HelpSteps {

  private final JdbcClient jdbc;

  HelpSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One thing that was tried, or happened.
   *
   * @param what message key {@code help.step.<what>}
   * @param words for pages only
   */
  public record Step(
      Instant at,
      String what,
      @Nullable UserId by,
      @Nullable SchoolRole role,
      @Nullable String words) {

    public static Step of(Instant at, String what) {
      return new Step(at, what, null, null, null);
    }

    public static Step by(Instant at, String what, UserId who, @Nullable String words) {
      return new Step(at, what, who, null, words);
    }
  }

  /** False for a repeat: then nothing happens. */
  public boolean add(UUID barrier, String key, Step step) {
    UserId by = step.by();
    SchoolRole role = step.role();
    return jdbc.sql(
                """
                insert into referrals.help_step (barrier_id, step_key, at, what, by_user, role, words)
                values (:barrier, :key, :at, :what, :by, :role, :words)
                on conflict (barrier_id, step_key) do nothing
                """)
            .param("barrier", barrier)
            .param("key", key)
            .param("at", Timestamp.from(step.at()))
            .param("what", step.what())
            .param("by", by == null ? null : by.value(), Types.OTHER)
            .param("role", role == null ? null : role.code(), Types.VARCHAR)
            .param("words", step.words(), Types.VARCHAR)
            .update()
        == 1;
  }

  public boolean any(UUID barrier) {
    return jdbc.sql("select exists (select from referrals.help_step where barrier_id = ?)")
        .param(barrier)
        .query(Boolean.class)
        .single();
  }

  /** Oldest first. */
  List<Step> of(UUID barrier) {
    return jdbc.sql("select * from referrals.help_step where barrier_id = ? order by id")
        .param(barrier)
        .query(
            (row, number) -> {
              UUID by = row.getObject("by_user", UUID.class);
              String role = row.getString("role");
              return new Step(
                  row.getTimestamp("at").toInstant(),
                  row.getString("what"),
                  by == null ? null : new UserId(by),
                  role == null ? null : SchoolRole.of(role).orElseThrow(),
                  row.getString("words"));
            })
        .list();
  }
}
