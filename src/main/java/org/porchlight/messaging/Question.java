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
    /** To a visitor who has arrived: FIRST, or a word for it, when they have left. */
    CHECK_OUT,
    /** To a visitor: YES or NO (no reason asked). */
    VISIT_ASSIGNMENT,
    /**
     * To a family: YES, LATER, NO, CALL_ME or a wish; 1 to 5 stand for the wishes, in the order in
     * which its text lists them.
     */
    INVITATION,
    /** To a family: FIRST, SECOND or THIRD; anything else understood means that none suits. */
    TIME_OFFER,
    /** To a family that is told when a visit is: FIRST another time, SECOND no visit then. */
    VISIT_PLANNED,
    /** To a family that was helped: FIRST or YES it helped, SECOND partly, THIRD or NO not. */
    DID_IT_HELP;

    /** What an answer means to this question, where its text gives numbers a meaning. */
    public Answer meaning(Answer said) {
      return this == INVITATION ? wish(said) : said;
    }

    private static Answer wish(Answer said) {
      return switch (said) {
        case FIRST -> Answer.CALLS_ONLY;
        case SECOND -> Answer.ELSEWHERE;
        case THIRD -> Answer.SOMEBODY_ELSE;
        case FOURTH -> Answer.HELP_ONLY;
        case FIFTH -> Answer.WRONG_NUMBER;
        default -> said;
      };
    }
  }
}
