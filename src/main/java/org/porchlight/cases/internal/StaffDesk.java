package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.cases.StaffRecords;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what staff record about a case. */
@Component
class StaffDesk implements StaffRecords {

  private static final String TOLD_STAFF = "TOLD_STAFF";

  private final CaseStore cases;
  private final EndCase endCase;
  private final CallRequests calls;
  private final PauseCase pauses;
  private final CaseTimes times;

  StaffDesk(
      CaseStore cases, EndCase endCase, CallRequests calls, PauseCase pauses, CaseTimes times) {
    this.cases = cases;
    this.endCase = endCase;
    this.calls = calls;
    this.pauses = pauses;
    this.times = times;
  }

  @Override
  @Transactional
  public void record(CaseId id, What what, UUID request, UserId by, Instant at) {
    CaseView view = cases.hold(id).view();
    if (!view.live()) {
      throw new IllegalStateException("The case has ended: nothing was recorded");
    }
    switch (what) {
      case FAMILY_SAID_NO -> endCase.interrupt(id, Outcome.DECLINED, TOLD_STAFF, by, at);
      case FAMILY_LEFT -> endCase.interrupt(id, Outcome.LEFT, TOLD_STAFF, by, at);
      case CALL_ASKED_FOR ->
          calls.raise(view, "staff:" + request, CallRequests.Reason.FAMILY_ASKED, by, at);
      case SUCCESSOR_WANTED ->
          calls.raise(view, "staff:" + request, CallRequests.Reason.SUCCESSOR_WANTED, by, at);
      case NAMES_TO_TELL ->
          calls.raise(view, "staff:" + request, CallRequests.Reason.NAMES_TO_TELL, by, at);
      case VISIT_OFF_TO_TELL ->
          calls.raise(view, "staff:" + request, CallRequests.Reason.VISIT_OFF_TO_TELL, by, at);
    }
  }

  @Override
  @Transactional
  public void pause(CaseId id, LocalDate until, UUID request, UserId by, Instant at) {
    Case held = cases.hold(id);
    CaseView view = held.view();
    if (!view.live()) {
      throw new IllegalStateException("The case has ended: nothing was recorded");
    }
    LocalDate today = times.today(view);
    if (!until.isAfter(today) || until.isAfter(today.plusYears(1))) {
      throw new IllegalArgumentException("Choose a day after today and within a year");
    }
    pauses.pause(held, until, request, by, at);
  }
}
