package org.porchlight.cases;

import java.time.Instant;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;

/**
 * Event, in the transaction that ends a case: no visit, text or question of it goes on from here.
 * The root instance may still be on its way to its end.
 */
public record CaseEnding(CaseId caseId, FamilyId family, Outcome outcome, Instant at) {}
