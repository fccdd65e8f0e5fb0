package org.porchlight.visits.internal;

import java.util.Map;
import org.porchlight.cases.Cases;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Nobody has checked out: the coordinator calls both visitors. */
@Component
class CheckSafety implements TaskHandler {

  private final Cases cases;

  CheckSafety(Cases cases) {
    this.cases = cases;
  }

  @Override
  public String formId() {
    return "check-safety";
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    cases.note(
        new CaseId(submission.task().subject()),
        "visits.safety:" + submission.id(),
        "visits.safetyChecked",
        submission.by(),
        submission.at(),
        Map.of());
    return Map.of("leftUnsafe", "UNSAFE".equals(FormValues.text(submission.data(), "result")));
  }
}
