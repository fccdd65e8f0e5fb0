package org.porchlight.visits.internal;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;

/**
 * Somebody is asked to take a family over. Its id is the question's.
 *
 * @param pair in which {@code from} visits now
 * @param by the coordinator
 */
record HandOver(
    UUID id,
    UUID pair,
    CaseId caseId,
    UserId from,
    UserId to,
    State state,
    UserId by,
    Instant dueAt) {

  /** Where it stands. */
  enum State {
    ASKED,
    ACCEPTED,
    DECLINED,
    /** No answer in time. */
    SILENT,
    /** The pair had changed, or the case had ended, before an answer came. */
    OVER
  }
}
