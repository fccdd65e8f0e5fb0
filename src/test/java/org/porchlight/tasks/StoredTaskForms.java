package org.porchlight.tasks;

import java.util.Optional;
import java.util.UUID;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.engine.TaskForms;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stands in until the engine module answers. */
@Component
@Fallback
class StoredTaskForms implements TaskForms {

  private final JdbcClient jdbc;
  private final Submissions submissions;

  StoredTaskForms(JdbcClient jdbc, Submissions submissions) {
    this.jdbc = jdbc;
    this.submissions = submissions;
  }

  @Override
  public String schema(long taskKey) {
    return jdbc.sql(
            "select f.json from engine.form f join engine.user_task t using (form_key)"
                + " where t.key = ?")
        .param(taskKey)
        .query(String.class)
        .single();
  }

  @Override
  public Optional<Submission> saved(long taskKey) {
    return jdbc.sql("select submission_id from engine.command where act_key = ?")
        .param("task:" + taskKey)
        .query(UUID.class)
        .optional()
        .map(submissions::get);
  }
}
