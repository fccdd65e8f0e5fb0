package org.porchlight.visits.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.FindPair;
import org.springframework.stereotype.Component;

@Component
class FindPairWorker implements JobWorker<FindPairWorker.Variables> {

  private final FindPair useCase;

  FindPairWorker(FindPair useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.findPair";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return Map.of("pairKnown", useCase.find(CaseId.of(in.caseId())));
  }

  record Variables(String caseId) {}
}
