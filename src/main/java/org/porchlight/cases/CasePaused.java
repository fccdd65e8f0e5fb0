package org.porchlight.cases;

import java.time.Instant;
import org.porchlight.shared.CaseId;

/** Event: the family would like a break. Nothing that was agreed on takes place meanwhile. */
public record CasePaused(CaseId caseId, Instant at) {}
