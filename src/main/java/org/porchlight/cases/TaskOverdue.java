package org.porchlight.cases;

import java.time.Instant;
import org.porchlight.shared.CaseId;

/** Event: a task of a case passed its due date. Its owner keeps it; the coordinator looks. */
public record TaskOverdue(CaseId caseId, String elementId, Instant at) {}
