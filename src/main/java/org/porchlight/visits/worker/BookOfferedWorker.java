package org.porchlight.visits.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.BookVisit;
import org.springframework.stereotype.Component;

@Component
class BookOfferedWorker implements JobWorker<BookOfferedWorker.Variables> {

  private final BookVisit useCase;

  BookOfferedWorker(BookVisit useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.bookOffered";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return BookVisitWorker.variables(
        useCase.bookOffered(CaseId.of(in.caseId()), in.offerId(), in.timePicked()));
  }

  record Variables(String caseId, UUID offerId, int timePicked) {}
}
