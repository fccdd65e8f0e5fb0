package org.porchlight.cases.worker;

import java.util.Map;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.RaiseOverdue;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Makes an overdue task visible. */
@Component
class RaiseOverdueWorker implements JobWorker<RaiseOverdueWorker.Variables> {

  private final RaiseOverdue raiseOverdue;

  RaiseOverdueWorker(RaiseOverdue raiseOverdue) {
    this.raiseOverdue = raiseOverdue;
  }

  record Variables(String caseId, String overdueTask) {}

  @Override
  public String jobType() {
    return FamilyCase.RAISE_OVERDUE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    raiseOverdue.raise(CaseId.of(in.caseId()), in.overdueTask(), job.elementInstanceKey());
    return Map.of();
  }
}
