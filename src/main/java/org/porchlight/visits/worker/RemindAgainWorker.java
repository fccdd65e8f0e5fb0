package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.RemindVisit;
import org.springframework.stereotype.Component;

@Component
class RemindAgainWorker implements JobWorker<RemindAgainWorker.Variables> {

  private final RemindVisit useCase;

  RemindAgainWorker(RemindVisit useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.remindAgain";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    useCase.remindAgain(job.variables().visitId());
    return Map.of();
  }

  record Variables(UUID visitId) {}
}
