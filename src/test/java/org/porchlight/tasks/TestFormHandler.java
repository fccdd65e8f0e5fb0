package org.porchlight.tasks;

import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** Handles the form of {@link TaskFixture}. */
@Component
class TestFormHandler implements TaskHandler {

  @Override
  public String formId() {
    return "test-form";
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return Map.of("note", "Prefilled");
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    if ("refuse".equals(submission.data().get("note"))) {
      throw new InvalidSubmission(Map.of("note", "Write something else than that"));
    }
    return Map.of();
  }
}
