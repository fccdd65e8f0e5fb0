package org.porchlight.identification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;

/**
 * Event, in the accepting transaction: a person decided that this family is offered visits. {@code
 * school} null: no student has one.
 */
public record ProposalAccepted(
    UUID proposal,
    FamilyId family,
    DistrictId district,
    @Nullable SchoolId school,
    UserId by,
    boolean nominated,
    Instant at) {}
