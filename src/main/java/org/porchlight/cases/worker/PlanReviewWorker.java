package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.PlanSteps;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the date for the team's decision. */
@Component
class PlanReviewWorker implements JobWorker<PlanReviewWorker.Variables> {

  private final PlanSteps planSteps;

  PlanReviewWorker(PlanSteps planSteps) {
    this.planSteps = planSteps;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.PLAN_REVIEW;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return planSteps.review(CaseId.of(in.caseId()));
  }
}
