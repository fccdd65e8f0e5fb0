package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.KeepSafetyNote;
import org.springframework.stereotype.Component;

@Component
class KeepSafetyNoteWorker implements JobWorker<KeepSafetyNoteWorker.Variables> {

  private final KeepSafetyNote useCase;

  KeepSafetyNoteWorker(KeepSafetyNote useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.keepSafetyNote";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return Map.of("noteReviewDueAt", Moments.text(useCase.keep(in.visitId(), in.submissionId())));
  }

  record Variables(UUID visitId, UUID submissionId) {}
}
