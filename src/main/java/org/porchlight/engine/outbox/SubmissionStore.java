package org.porchlight.engine.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.internal.EngineJson;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code engine.submission}. */
@Component
class SubmissionStore {

  private final JdbcClient jdbc;

  SubmissionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Submission submission, long formKey) {
    OpenTask task = submission.task();
    jdbc.sql(
            """
            insert into engine.submission (id, task_key, subject, element_id, form_id, form_key,
              groups, due, task_created_at, submitted_by, submitted_at, data)
            values (:id, :taskKey, :subject, :elementId, :formId, :formKey, :groups, :due,
              :created, :by, :at, :data)
            """)
        .param("id", submission.id())
        .param("taskKey", task.key())
        .param("subject", task.subject())
        .param("elementId", task.elementId())
        .param("formId", task.formId())
        .param("formKey", formKey)
        .param("groups", task.groups().toArray(String[]::new))
        .param("due", task.due() == null ? null : Timestamp.from(task.due()))
        .param("created", Timestamp.from(task.createdAt()))
        .param("by", submission.by().value())
        .param("at", Timestamp.from(submission.at()))
        .param("data", EngineJson.write(submission.data()))
        .update();
  }

  void forget(UUID id) {
    jdbc.sql("update engine.submission set data = '{}' where id = ?").param(id).update();
  }

  Optional<Submission> find(UUID id) {
    return jdbc.sql("select * from engine.submission where id = :id")
        .param("id", id)
        .query((row, i) -> submission(row))
        .optional();
  }

  /** The submission that won the task, if any has. */
  Optional<Submission> ofTask(long taskKey) {
    return jdbc.sql(
            """
            select s.* from engine.submission s
            join engine.command c on c.submission_id = s.id
            where c.act_key = :actKey
            """)
        .param("actKey", "task:" + taskKey)
        .query((row, i) -> submission(row))
        .optional();
  }

  private static Submission submission(ResultSet row) throws SQLException {
    return new Submission(
        row.getObject("id", UUID.class),
        new OpenTask(
            row.getLong("task_key"),
            row.getObject("subject", UUID.class),
            row.getString("element_id"),
            row.getString("form_id"),
            UserTasks.texts(row, "groups"),
            UserTasks.instant(row, "due"),
            row.getTimestamp("task_created_at").toInstant()),
        new UserId(row.getObject("submitted_by", UUID.class)),
        row.getTimestamp("submitted_at").toInstant(),
        EngineJson.readMap(row.getString("data")));
  }
}
