package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.RunCase;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** First step: this instance is the case's only one, or ends itself. */
@Component
class ClaimRunWorker implements JobWorker<ClaimRunWorker.Variables> {

  private final RunCase runCase;

  ClaimRunWorker(RunCase runCase) {
    this.runCase = runCase;
  }

  record Variables(String caseId, int run) {}

  @Override
  public String jobType() {
    return FamilyCase.CLAIM_RUN;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return runCase.claim(CaseId.of(in.caseId()), in.run(), job.processInstanceKey());
  }
}
