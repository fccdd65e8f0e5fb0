package org.porchlight.referrals.record;

import java.time.Instant;
import java.util.UUID;

/** What lets a partner see its referral. */
public interface PartnerAccess {

  /** Whether the resource has an address that a link can go to. */
  boolean reachable(Referral referral);

  /**
   * Sends a link, in place of any earlier one.
   *
   * @param ends from then on the link opens nothing
   */
  void open(Referral referral, Instant ends, Instant at);

  /** Whether the last link that was not closed could not be sent. */
  boolean undelivered(UUID referral);

  /** From now on no link and no visit of the page shows anything. */
  void close(Referral referral, Instant at);
}
