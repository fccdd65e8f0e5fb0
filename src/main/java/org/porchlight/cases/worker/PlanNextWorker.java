package org.porchlight.cases.worker;

import org.porchlight.cases.internal.Cadence;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Turns the decision into dates. */
@Component
class PlanNextWorker implements JobWorker<PlanNextWorker.Variables> {

  private final Cadence cadence;

  PlanNextWorker(Cadence cadence) {
    this.cadence = cadence;
  }

  record Variables(String caseId, Decision cadence) {}

  /** As the decision {@code visit-cadence} says it. */
  record Decision(String nextStep, int dueInDays) {}

  @Override
  public String jobType() {
    return FamilyCase.PLAN_NEXT;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return cadence.next(CaseId.of(in.caseId()), in.cadence().nextStep(), in.cadence().dueInDays());
  }
}
