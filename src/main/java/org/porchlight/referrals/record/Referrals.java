package org.porchlight.referrals.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;

/**
 * The referrals: each a try to end one barrier with one resource. All changes are in the caller's
 * transaction or one of their own, write the case's timeline and an event for other systems, and
 * throw {@link ReferralRefused} where the referral does not allow them; nothing changes then.
 */
public interface Referrals {

  /** The best first, with reasons; empty where the barrier is none that a resource could end. */
  List<Match> match(UUID barrier);

  /** Answers the id of a new referral: {@code CONSENT_PENDING}, or {@code DRAFT}. */
  UUID draft(UUID barrier, UUID resource, Way way, UserId by, Instant at);

  /** What would be shared with whom, and who may agree to it. */
  ConsentSheet sheet(UUID referral);

  /** Records that somebody agreed; from now on it can be sent. */
  void consent(UUID referral, Consent consent);

  /**
   * Sends the partner a link to a page with what the family agreed to share, and records the
   * disclosure. A repeat sends a new link.
   *
   * @throws ReferralRefused where the resource has no address that a link can go to: {@link
   *     #reachable}
   */
  void send(UUID referral, Instant linkEnds, Instant at);

  /** Whether a link could be sent to the resource. */
  boolean reachable(UUID referral);

  /** Ends it and closes the partner's access at once. One that has ended stays as it is. */
  void cancel(UUID referral, CancelReason reason, @Nullable UserId by, Instant at);

  /**
   * Whether it met the need, also after the partner said that it is done; the last word holds. Ends
   * a referral that has not ended.
   */
  void outcome(UUID referral, LoopOutcome outcome, ConfirmedBy by, Instant at);

  Optional<Referral> find(UUID referral);

  /** Oldest first. */
  List<Referral> of(UUID barrier);

  /** Of all barriers of a case, oldest first. */
  List<Referral> of(CaseId id);

  /** Whether the last link to the partner could not be sent: it knows nothing of it. */
  boolean undelivered(UUID referral);

  /** How many things the partner has said. */
  int news(UUID referral);

  /** What the partner has said, oldest first. */
  List<News> said(UUID referral);
}
