package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.PlanSteps;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the date for the plan and says whether a contact is missing. */
@Component
class PreparePlanWorker implements JobWorker<PreparePlanWorker.Variables> {

  private final PlanSteps planSteps;

  PreparePlanWorker(PlanSteps planSteps) {
    this.planSteps = planSteps;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.PREPARE_PLAN;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return planSteps.firstContact(CaseId.of(in.caseId()));
  }
}
