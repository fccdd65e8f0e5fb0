package org.porchlight.cases.worker;

import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.FollowUpCalls;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what came of the follow-up call. */
@Component
class ApplyFollowUpCallWorker implements JobWorker<ApplyFollowUpCallWorker.Variables> {

  private final FollowUpCalls followUpCalls;

  ApplyFollowUpCallWorker(FollowUpCalls followUpCalls) {
    this.followUpCalls = followUpCalls;
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
    return followUpCalls.apply(CaseId.of(in.caseId()), in.submissionId(), job.processInstanceKey());
  }
}
