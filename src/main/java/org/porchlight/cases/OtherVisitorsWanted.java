package org.porchlight.cases;

import java.time.Instant;
import org.porchlight.shared.CaseId;

/** Event: the family would rather be visited by somebody else. It says no reason and needs none. */
public record OtherVisitorsWanted(CaseId caseId, Instant at) {}
