package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.ApplyChoice;
import org.springframework.stereotype.Component;

@Component
class ApplyChoiceWorker implements JobWorker<ApplyChoiceWorker.Variables> {

  private final ApplyChoice useCase;

  ApplyChoiceWorker(ApplyChoice useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.applyChoice";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return Map.of("pairChosen", useCase.apply(CaseId.of(in.caseId()), in.submissionId()));
  }

  record Variables(String caseId, UUID submissionId) {}
}
