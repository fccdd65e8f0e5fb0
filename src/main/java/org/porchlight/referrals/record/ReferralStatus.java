package org.porchlight.referrals.record;

import java.util.Set;

/**
 * Where a referral stands: the statuses of a task in Gravity's closed loop. That a partner says it
 * is done is not that the need is met: see {@link LoopOutcome}.
 */
public enum ReferralStatus {
  /** Chosen; with consent, signed and ready to be sent. The family may also carry it itself. */
  DRAFT,
  /** Nothing may be shared before somebody signs. */
  CONSENT_PENDING,
  /** Sent; the partner has not said anything. */
  REQUESTED,
  ACCEPTED,
  REJECTED,
  IN_PROGRESS,
  /** On the partner's wait list. */
  ON_HOLD,
  COMPLETED,
  CANCELLED,
  /** The partner could not reach the family, or nothing came of it. */
  FAILED;

  private static final Set<ReferralStatus> ENDS = Set.of(REJECTED, COMPLETED, CANCELLED, FAILED);

  /** Nothing follows. */
  public boolean ended() {
    return ENDS.contains(this);
  }

  /** Whether the partner has it in hand, and may still say something. */
  public boolean withPartner() {
    return this == REQUESTED || this == ACCEPTED || this == IN_PROGRESS || this == ON_HOLD;
  }

  /** Whether this may be followed by {@code next}. */
  public boolean mayBecome(ReferralStatus next) {
    return switch (this) {
      case CONSENT_PENDING -> next == DRAFT || next == CANCELLED;
      case DRAFT -> next == REQUESTED || next == COMPLETED || next == CANCELLED || next == FAILED;
      case REQUESTED, ON_HOLD -> next.ended() || next.withPartner() && next != REQUESTED;
      case ACCEPTED -> next.ended() || next == IN_PROGRESS || next == ON_HOLD;
      case IN_PROGRESS -> next.ended() || next == IN_PROGRESS || next == ON_HOLD;
      case REJECTED, COMPLETED, CANCELLED, FAILED -> false;
    };
  }
}
