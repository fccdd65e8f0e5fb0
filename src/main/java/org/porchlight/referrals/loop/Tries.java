package org.porchlight.referrals.loop;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.ConfirmedBy;
import org.porchlight.referrals.record.LoopOutcome;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Ends tries; there may be none, or it may have ended by itself. */
@Component
public class Tries {

  private final Referrals referrals;
  private final Clock clock;

  Tries(Referrals referrals, Clock clock) {
    this.referrals = referrals;
    this.clock = clock;
  }

  public Optional<Referral> open(@Nullable UUID referral) {
    return referral == null
        ? Optional.empty()
        : referrals.find(referral).filter(each -> !each.status().ended());
  }

  public void stop(@Nullable UUID referral, CancelReason reason, @Nullable UserId by) {
    open(referral).ifPresent(each -> referrals.cancel(each.id(), reason, by, clock.instant()));
  }

  /** What the family says of it; a try that never began is called off instead. */
  public void cameTo(@Nullable UUID referral, LoopOutcome outcome) {
    Referral tried = referral == null ? null : referrals.find(referral).orElse(null);
    if (tried == null
        || tried.status() == ReferralStatus.CANCELLED
        || tried.status() == ReferralStatus.REJECTED) {
      return;
    }
    if (tried.status() == ReferralStatus.CONSENT_PENDING) {
      stop(tried.id(), CancelReason.BARRIER_ENDED, null);
    } else {
      referrals.outcome(tried.id(), outcome, ConfirmedBy.FAMILY, clock.instant());
    }
  }
}
