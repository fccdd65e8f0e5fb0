package org.porchlight.referrals.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a partner said.
 *
 * @param number from 1
 * @param reason why it cannot help
 * @param words what it wrote: for pages only
 */
public record News(
    int number,
    PartnerAnswer answer,
    @Nullable RejectReason reason,
    @Nullable String words,
    Instant at) {}
