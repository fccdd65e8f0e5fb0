package org.porchlight.referrals.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link as it stands. */
record PartnerLink(
    UUID id,
    UUID referral,
    LinkAddress address,
    Instant endsAt,
    int tries,
    @Nullable Instant openedAt,
    @Nullable Instant visitEndsAt,
    @Nullable Instant closedAt) {

  /** Whether its button opens the page. */
  boolean opens(Instant now) {
    return openedAt == null && closedAt == null && now.isBefore(endsAt);
  }

  /** Whether the browser that spent it may still read the page. */
  boolean visited(Instant now) {
    return closedAt == null && visitEndsAt != null && now.isBefore(visitEndsAt);
  }
}
