package org.porchlight.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;

/**
 * Event: a text will not arrive (bad number, landline, blocked, opted out, unknown after a lost
 * answer): a person must act.
 */
public record MessageFailed(
    UUID message, @Nullable CaseId caseId, Recipient recipient, String purpose, Reason reason) {

  /** What went wrong, in terms of what to do next. */
  public enum Reason {
    BAD_NUMBER,
    NOT_TEXTABLE,
    BLOCKED,
    OPTED_OUT,
    EXPIRED,
    UNKNOWN,
    CONFIGURATION,
    /** The family has been contacted as often as its program allows for now. */
    OVER_BUDGET,
    /** Who would get it is no contact of the family any more, or restricted. */
    NOT_TO_BE_CONTACTED,
    /** Somebody called its batch off. */
    CALLED_OFF
  }
}
