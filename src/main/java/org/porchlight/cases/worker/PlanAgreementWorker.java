package org.porchlight.cases.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.PlanSteps;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets who agrees on a time with the family, and until when. */
@Component
class PlanAgreementWorker implements JobWorker<PlanAgreementWorker.Variables> {

  private final PlanSteps planSteps;

  PlanAgreementWorker(PlanSteps planSteps) {
    this.planSteps = planSteps;
  }

  record Variables(String caseId, @Nullable List<String> visitorGroups) {}

  @Override
  public String jobType() {
    return FamilyCase.PLAN_AGREEMENT;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return planSteps.agreement(CaseId.of(in.caseId()), in.visitorGroups());
  }
}
