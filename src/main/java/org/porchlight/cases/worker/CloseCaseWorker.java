package org.porchlight.cases.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.internal.EndCase;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Last step: ends the case politely. */
@Component
class CloseCaseWorker implements JobWorker<CloseCaseWorker.Variables> {

  private final EndCase endCase;

  CloseCaseWorker(EndCase endCase) {
    this.endCase = endCase;
  }

  record Variables(String caseId, int run, @Nullable String visitOutcome) {}

  @Override
  public String jobType() {
    return FamilyCase.CLOSE_CASE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    endCase.close(CaseId.of(in.caseId()), in.run(), in.visitOutcome());
    return Map.of();
  }
}
