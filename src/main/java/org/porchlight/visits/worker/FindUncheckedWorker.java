package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.CheckIn;
import org.springframework.stereotype.Component;

@Component
class FindUncheckedWorker implements JobWorker<FindUncheckedWorker.Variables> {

  private final CheckIn useCase;

  FindUncheckedWorker(CheckIn useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.findUnchecked";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    CheckIn.Alert alert = useCase.alert(job.variables().visitId());
    return Map.of("alertNeeded", alert.needed(), "safetyDueAt", Moments.text(alert.dueAt()));
  }

  record Variables(UUID visitId) {}
}
