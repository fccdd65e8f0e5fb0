package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.PlanSteps;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the dates of the follow-up call. */
@Component
class PlanFollowUpWorker implements JobWorker<PlanFollowUpWorker.Variables> {

  private final PlanSteps planSteps;

  PlanFollowUpWorker(PlanSteps planSteps) {
    this.planSteps = planSteps;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.PLAN_FOLLOW_UP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return planSteps.followUp(CaseId.of(in.caseId()));
  }
}
