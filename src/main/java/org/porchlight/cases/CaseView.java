package org.porchlight.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/** A case as it stands. */
public record CaseView(
    CaseId id,
    FamilyId family,
    DistrictId district,
    @Nullable SchoolId school,
    int run,
    State state,
    boolean familyAgreed,
    Instant openedAt,
    @Nullable Instant closedAt) {

  /** Where a case stands as a whole; the place in the process is the engine's to say. */
  public enum State {
    /** Decided, and the root instance has not yet claimed its run. */
    STARTING,
    OPEN,
    /** The family said no, or the team closed it, and the root instance has not yet ended. */
    ENDING,
    CLOSED
  }

  public boolean live() {
    return state == State.STARTING || state == State.OPEN;
  }

  public OwnerGroup coordinators() {
    return school == null ? OwnerGroup.coordinators(district) : OwnerGroup.coordinators(school);
  }

  public OwnerGroup team() {
    return school == null ? OwnerGroup.team(district) : OwnerGroup.team(school);
  }
}
