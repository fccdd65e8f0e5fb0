package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.CloseAsk;
import org.springframework.stereotype.Component;

@Component
class CloseAskWorker implements JobWorker<CloseAskWorker.Variables> {

  private final CloseAsk useCase;

  CloseAskWorker(CloseAsk useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.closeAsk";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    useCase.close(UUID.fromString(job.variables().askId()));
    return Map.of();
  }

  record Variables(String askId) {}
}
