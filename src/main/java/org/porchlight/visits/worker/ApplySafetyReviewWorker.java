package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.KeepSafetyNote;
import org.springframework.stereotype.Component;

@Component
class ApplySafetyReviewWorker implements JobWorker<ApplySafetyReviewWorker.Variables> {

  private final KeepSafetyNote useCase;

  ApplySafetyReviewWorker(KeepSafetyNote useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.applySafetyReview";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    useCase.review(in.visitId(), in.submissionId());
    return Map.of();
  }

  record Variables(UUID visitId, UUID submissionId) {}
}
