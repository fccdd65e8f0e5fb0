package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.BookVisit;
import org.springframework.stereotype.Component;

@Component
class BookVisitWorker implements JobWorker<BookVisitWorker.Variables> {

  private final BookVisit useCase;

  BookVisitWorker(BookVisit useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.bookVisit";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    return variables(
        useCase.book(
            CaseId.of(job.variables().caseId()), UUID.fromString(job.variables().submissionId())));
  }

  /** What the process waits for and asks for, however the time was found. */
  static Map<String, Object> variables(BookVisit.Booked booked) {
    return Map.of(
        "visitId", booked.visitId().toString(),
        "remindAt", Moments.text(booked.remindAt()),
        "remindAgainAt", Moments.text(booked.remindAgainAt()),
        "checkOutDueAt", Moments.text(booked.alertAt()),
        "visitEndsAt", Moments.text(booked.endsAt()),
        "nudgeAt", Moments.text(booked.nudgeAt()),
        "logDueAt", Moments.text(booked.logDueAt()),
        "logForm", booked.logForm());
  }

  record Variables(String caseId, String submissionId) {}
}
