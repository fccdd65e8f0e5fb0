package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.ApplyPlan;
import org.springframework.stereotype.Component;

@Component
class ApplyPlanWorker implements JobWorker<ApplyPlanWorker.Variables> {

  private final ApplyPlan useCase;

  ApplyPlanWorker(ApplyPlan useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.applyPlan";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    return Map.of(
        "channel",
        useCase
            .apply(
                CaseId.of(job.variables().caseId()),
                UUID.fromString(job.variables().submissionId()))
            .name());
  }

  record Variables(String caseId, String submissionId) {}
}
