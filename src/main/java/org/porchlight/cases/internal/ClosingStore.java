package org.porchlight.cases.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.porchlight.cases.Closings;
import org.porchlight.engine.Submission;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One row for each run that the team closed. */
@Component
class ClosingStore implements Closings {

  private final JdbcClient jdbc;

  ClosingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest word of the team counts. */
  void keep(CaseId id, int run, Submission said) {
    FormData data = new FormData(said.data());
    jdbc.sql(
            """
            insert into cases.closing
              (case_id, run, reason, achieved, remember, handed_on, by_user, at)
            values (:case, :run, :reason, :achieved, :remember, :handed, :by, :at)
            on conflict (case_id, run) do update set reason = excluded.reason,
              achieved = excluded.achieved, remember = excluded.remember,
              handed_on = excluded.handed_on, by_user = excluded.by_user, at = excluded.at
            """)
        .param("case", id.value())
        .param("run", run)
        .param("reason", data.code("closingReason"))
        .param("achieved", data.text("achieved"))
        .param("remember", data.text("remember"))
        .param("handed", data.text("handedOn"))
        .param("by", said.by().value())
        .param("at", said.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whom the team asked to see to what was still open, if it closed that run. */
  Optional<String> handedOn(CaseId id, int run) {
    return jdbc.sql(
            """
            select handed_on from cases.closing
            where case_id = ? and run = ? and handed_on is not null
            """)
        .params(id.value(), run)
        .query(String.class)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Closing> of(CaseId id) {
    return jdbc.sql(
            """
            select run, reason, achieved, remember, at from cases.closing
            where case_id = ? order by run desc
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new Closing(
                    row.getInt("run"),
                    row.getString("reason"),
                    row.getString("achieved"),
                    row.getString("remember"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }
}
