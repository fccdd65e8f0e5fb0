package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.FollowUpCalls;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the day and hour of the next try. */
@Component
class PlanNextTryWorker implements JobWorker<PlanNextTryWorker.Variables> {

  private final FollowUpCalls followUpCalls;

  PlanNextTryWorker(FollowUpCalls followUpCalls) {
    this.followUpCalls = followUpCalls;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.PLAN_NEXT_TRY;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return followUpCalls.nextTry(CaseId.of(in.caseId()), job.processInstanceKey());
  }
}
