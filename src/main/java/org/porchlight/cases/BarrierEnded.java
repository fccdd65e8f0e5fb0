package org.porchlight.cases;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.shared.CaseId;

/**
 * Event, in the transaction that ends a barrier that was open before.
 *
 * @param byItsWork whether those who work on it came to this end themselves ({@link
 *     Barriers#settle})
 */
public record BarrierEnded(
    UUID barrier, CaseId caseId, Barrier.End end, Instant at, boolean byItsWork) {}
