package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.Phases;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Finds where the journey begins or goes on. */
@Component
class FindPhaseWorker implements JobWorker<FindPhaseWorker.Variables> {

  private final Phases phases;

  FindPhaseWorker(Phases phases) {
    this.phases = phases;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.FIND_PHASE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return phases.find(CaseId.of(in.caseId()));
  }
}
