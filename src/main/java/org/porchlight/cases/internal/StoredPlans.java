package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.FirstContactPlans;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The newest plan of each case. */
@Component
class StoredPlans implements FirstContactPlans {

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredPlans(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void record(CaseId id, Plan plan) {
    GuardianId guardian = plan.guardian();
    jdbc.sql(
            """
            insert into cases.first_contact_plan (case_id, channel, who_knows, guardian_id,
              interpreter_language, by_user, recorded_at)
            values (:case, :channel, :knows, :guardian, :interpreter, :by, :now)
            on conflict (case_id) do update set channel = excluded.channel,
              who_knows = excluded.who_knows, guardian_id = excluded.guardian_id,
              interpreter_language = excluded.interpreter_language, by_user = excluded.by_user,
              recorded_at = excluded.recorded_at
            """)
        .param("case", id.value())
        .param("channel", plan.channel().name())
        .param("knows", plan.whoKnows())
        .param("guardian", guardian == null ? null : guardian.value())
        .param("interpreter", plan.interpreterLanguage())
        .param("by", plan.by().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Plan> of(CaseId id) {
    return jdbc.sql("select * from cases.first_contact_plan where case_id = ?")
        .param(id.value())
        .query(StoredPlans::read)
        .optional();
  }

  private static Plan read(ResultSet row, int number) throws SQLException {
    UUID guardian = row.getObject("guardian_id", UUID.class);
    return new Plan(
        Channel.valueOf(row.getString("channel")),
        row.getString("who_knows"),
        guardian == null ? null : new GuardianId(guardian),
        row.getString("interpreter_language"),
        new UserId(row.getObject("by_user", UUID.class)));
  }
}
