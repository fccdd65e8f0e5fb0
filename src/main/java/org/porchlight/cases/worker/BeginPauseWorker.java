package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.Phases;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the end of a pause. */
@Component
class BeginPauseWorker implements JobWorker<BeginPauseWorker.Variables> {

  private final Phases phases;

  BeginPauseWorker(Phases phases) {
    this.phases = phases;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.BEGIN_PAUSE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return phases.beginPause(CaseId.of(in.caseId()));
  }
}
