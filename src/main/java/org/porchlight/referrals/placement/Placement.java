package org.porchlight.referrals.placement;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.StudentId;

/** A student and a program. */
public record Placement(
    UUID id,
    UUID resource,
    String program,
    CaseId caseId,
    StudentId student,
    PlacementState state,
    Instant since) {}
