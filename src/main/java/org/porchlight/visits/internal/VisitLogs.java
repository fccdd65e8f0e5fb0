package org.porchlight.visits.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskForms;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The logs, each with the version of the form it was written in, so that old ones stay readable.
 */
@Repository
class VisitLogs {

  private final JdbcClient jdbc;
  private final TaskForms forms;
  private final JsonMapper json;

  VisitLogs(JdbcClient jdbc, TaskForms forms, JsonMapper json) {
    this.jdbc = jdbc;
    this.forms = forms;
    this.json = json;
  }

  /** False where this submission's log is there already. */
  boolean add(Appointment visit, Submission submission, VisitOutcome outcome, Content content) {
    return bind(
                jdbc.sql(
                    """
                insert into visits.visit_log
                  (id, submission, appointment, case_id, form_version, outcome, logged_by, logged_at,
                   written_by, written_at, exceptions, answers, visited_on, minutes, place,
                   both_visitors, language, interpreter, barriers)
                values (:id, :submission, :visit, :case, :version, :outcome, :by, :at, :by, :at,
                   :exceptions, :answers::jsonb, :day, :minutes, :place, :both, :language,
                   :interpreter, :barriers)
                on conflict (submission) do nothing
                """),
                content.facts(),
                content.exceptions())
            .param("answers", json.writeValueAsString(content.answers()))
            .param("id", UUID.randomUUID())
            .param("submission", submission.id())
            .param("visit", visit.id())
            .param("case", visit.caseId().value())
            .param("version", version(submission))
            .param("outcome", outcome.name())
            .param("by", submission.by().value())
            .param("at", submission.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** What a log says, as it stands now. */
  record Content(Map<String, Object> answers, VisitFacts facts, List<String> exceptions) {}

  static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, VisitFacts facts, List<String> exceptions) {
    return sql.param("exceptions", exceptions.toArray(String[]::new))
        .param("day", facts.day())
        .param("minutes", facts.minutes())
        .param("place", facts.place())
        .param("both", facts.both())
        .param("language", facts.language(), Types.VARCHAR)
        .param("interpreter", facts.interpreter())
        .param("barriers", facts.barriers().toArray(String[]::new));
  }

  /** Visits to the family of this case that took place. */
  int made(CaseId id) {
    return jdbc.sql(
            "select count(*) from visits.visit_log where case_id = ? and outcome = 'COMPLETED'")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  /** How often nobody was at home since the last visit that took place. */
  int foundNoOne(CaseId id) {
    return jdbc.sql(
            """
            select count(*) from visits.visit_log
            where case_id = :case and outcome = 'NO_ONE_HOME' and logged_at > coalesce(
              (select max(logged_at) from visits.visit_log
               where case_id = :case and outcome = 'COMPLETED'), '-infinity')
            """)
        .param("case", id.value())
        .query(Integer.class)
        .single();
  }

  /** The first 12 hex digits of the SHA-256 of the form's JSON: the same form, the same version. */
  private String version(Submission submission) {
    try {
      byte[] schema = forms.schema(submission.task().key()).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(schema);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
