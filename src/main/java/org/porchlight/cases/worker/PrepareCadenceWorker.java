package org.porchlight.cases.worker;

import org.jspecify.annotations.Nullable;
import org.porchlight.cases.internal.Cadence;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Gathers what decides about the next step. */
@Component
class PrepareCadenceWorker implements JobWorker<PrepareCadenceWorker.Variables> {

  private final Cadence cadence;

  PrepareCadenceWorker(Cadence cadence) {
    this.cadence = cadence;
  }

  record Variables(String caseId, @Nullable String followUpOutcome) {}

  @Override
  public String jobType() {
    return FamilyCase.PREPARE_CADENCE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return cadence.inputs(CaseId.of(in.caseId()), in.followUpOutcome());
  }
}
