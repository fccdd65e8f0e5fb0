package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.OfferHand;
import org.springframework.stereotype.Component;

@Component
class PlanHandWorker implements JobWorker<PlanHandWorker.Variables> {

  private final OfferHand useCase;

  PlanHandWorker(OfferHand useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.planHand";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    return Map.of("handDueAt", Moments.text(useCase.dueAt(new CaseId(job.variables().caseId()))));
  }

  record Variables(UUID caseId) {}
}
