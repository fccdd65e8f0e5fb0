package org.porchlight.engine.outbox;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskForms;
import org.porchlight.engine.form.FormValidator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The forms by the version that each task was created with. */
@Component
class JdbcTaskForms implements TaskForms {

  private final JdbcClient jdbc;
  private final SubmissionStore submissions;
  private final FormValidator validator;

  JdbcTaskForms(JdbcClient jdbc, SubmissionStore submissions, FormValidator validator) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.validator = validator;
  }

  @Override
  public String schema(long taskKey) {
    return jdbc.sql(
            """
            select f.json from engine.user_task t join engine.form f on f.form_key = t.form_key
            where t.key = :key
            """)
        .param("key", taskKey)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no task " + taskKey));
  }

  @Override
  public Map<String, Object> check(
      long taskKey, Map<String, Object> data, Map<String, Object> prefill) {
    return validator.validate(schema(taskKey), data, prefill);
  }

  @Override
  public Optional<Submission> saved(long taskKey) {
    return submissions.ofTask(taskKey);
  }
}
