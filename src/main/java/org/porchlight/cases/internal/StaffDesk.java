package org.porchlight.cases.internal;

import java.time.Instant;
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

  StaffDesk(CaseStore cases, EndCase endCase, CallRequests calls) {
    this.cases = cases;
    this.endCase = endCase;
    this.calls = calls;
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
    }
  }
}
