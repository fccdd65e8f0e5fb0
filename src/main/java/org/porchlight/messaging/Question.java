package org.porchlight.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.PhoneNumber;

/**
 * @param id new each round: also the engine's correlation key, so that a late answer of an earlier
 *     round cannot satisfy this one
 * @param about first names of those who would come, by which its reader tells it from another;
 *     never a family's
 */
public record Question(
    UUID id,
    Kind kind,
    PhoneNumber phone,
    Recipient recipient,
    CaseId caseId,
    String language,
    Instant closesAt,
    @Nullable String about) {

  /** What was asked. */
  public enum Kind {
    /** To a visitor: YES or NO (no reason asked). */
    VISIT_ASSIGNMENT,
    /** To a family: YES, LATER, NO or CALL_ME. */
    INVITATION,
    /** To a family: FIRST, SECOND or THIRD; anything else understood means that none suits. */
    TIME_OFFER,
    /** To a family that is told when a visit is: FIRST another time, SECOND no visit then. */
    VISIT_PLANNED
  }
}
