package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.TimeOffers;
import org.springframework.stereotype.Component;

@Component
class CloseOfferWorker implements JobWorker<CloseOfferWorker.Variables> {

  private final TimeOffers useCase;

  CloseOfferWorker(TimeOffers useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.closeOffer";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    useCase.close(in.offerId());
    return Map.of();
  }

  record Variables(UUID offerId) {}
}
