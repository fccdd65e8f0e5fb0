package org.porchlight.cases.worker;

import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.Reviews;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what came of the follow-up call. */
@Component
class ApplyFollowUpCallWorker implements JobWorker<ApplyFollowUpCallWorker.Variables> {

  private final Reviews reviews;

  ApplyFollowUpCallWorker(Reviews reviews) {
    this.reviews = reviews;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.APPLY_FOLLOW_UP_CALL;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return reviews.afterCall(CaseId.of(in.caseId()), in.submissionId());
  }
}
