package org.porchlight.visits.internal;

import java.util.Map;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/**
 * Facts about a visit that was not safe, by a coordinator. Nothing of it goes to the timeline,
 * which more people read.
 */
@Component
class WriteSafetyNote implements TaskHandler {

  @Override
  public String formId() {
    return "safety-note";
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    return Map.of();
  }
}
