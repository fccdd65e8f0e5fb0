package org.porchlight.engine.trial;

import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

@Component
class TrialTaskHandler implements TaskHandler {

  @Override
  public String formId() {
    return "trial";
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return Map.of();
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    return Map.of("decision", submission.data().get("decision"));
  }
}
