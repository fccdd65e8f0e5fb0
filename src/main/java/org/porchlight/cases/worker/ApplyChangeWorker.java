package org.porchlight.cases.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.internal.ApplyChange;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Does what was decided about a change on the way. */
@Component
class ApplyChangeWorker implements JobWorker<ApplyChangeWorker.Variables> {

  private final ApplyChange applyChange;

  ApplyChangeWorker(ApplyChange applyChange) {
    this.applyChange = applyChange;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.APPLY_CHANGE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    applyChange.apply(CaseId.of(in.caseId()), in.submissionId());
    return Map.of();
  }
}
