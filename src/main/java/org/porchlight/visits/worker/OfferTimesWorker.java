package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.TimeOffers;
import org.springframework.stereotype.Component;

@Component
class OfferTimesWorker implements JobWorker<OfferTimesWorker.Variables> {

  private final TimeOffers useCase;

  OfferTimesWorker(TimeOffers useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.offerTimes";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    TimeOffers.Offered offered = useCase.offer(CaseId.of(in.caseId()), in.submissionId());
    return Map.of(
        "offerId", offered.offer().toString(), "pickDueAt", Moments.text(offered.dueAt()));
  }

  record Variables(String caseId, UUID submissionId) {}
}
