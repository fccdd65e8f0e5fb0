package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.ApplyVisitLog;
import org.springframework.stereotype.Component;

@Component
class ApplyVisitLogWorker implements JobWorker<ApplyVisitLogWorker.Variables> {

  private final ApplyVisitLog useCase;

  ApplyVisitLogWorker(ApplyVisitLog useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.applyVisitLog";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    ApplyVisitLog.Applied applied =
        useCase.apply(
            UUID.fromString(job.variables().visitId()),
            UUID.fromString(job.variables().submissionId()));
    return Map.of("visitOutcome", applied.outcome().variable(), "triesLeft", applied.triesLeft());
  }

  record Variables(String visitId, String submissionId) {}
}
