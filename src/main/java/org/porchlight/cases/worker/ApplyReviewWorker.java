package org.porchlight.cases.worker;

import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.Reviews;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what the team decided. */
@Component
class ApplyReviewWorker implements JobWorker<ApplyReviewWorker.Variables> {

  private final Reviews reviews;

  ApplyReviewWorker(Reviews reviews) {
    this.reviews = reviews;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.APPLY_REVIEW;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return reviews.decide(CaseId.of(in.caseId()), in.submissionId());
  }
}
