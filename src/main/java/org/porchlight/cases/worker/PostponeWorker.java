package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.PlanSteps;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the day of the next contact. */
@Component
class PostponeWorker implements JobWorker<PostponeWorker.Variables> {

  private final PlanSteps planSteps;

  PostponeWorker(PlanSteps planSteps) {
    this.planSteps = planSteps;
  }

  record Variables(String caseId, String answer) {}

  @Override
  public String jobType() {
    return FamilyCase.POSTPONE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return planSteps.postpone(CaseId.of(in.caseId()), in.answer());
  }
}
