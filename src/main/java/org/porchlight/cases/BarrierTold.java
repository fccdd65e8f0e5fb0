package org.porchlight.cases;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.shared.CaseId;

/**
 * Event, in the transaction that keeps a new barrier that is open. The code of a restricted one
 * stays within this application.
 */
public record BarrierTold(UUID barrier, CaseId caseId, BarrierCode code, Instant at) {}
