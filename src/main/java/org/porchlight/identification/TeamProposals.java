package org.porchlight.identification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/** The proposals as an attendance team talks about them: ids and states, whoever reads. */
public interface TeamProposals {

  /** That wait for a decision, the greatest need first. */
  List<Standing> waiting(DistrictId district);

  /** Nominated, and so accepted, from then on; the oldest first. */
  List<Standing> nominatedSince(DistrictId district, Instant since);

  Optional<Standing> find(UUID proposal);

  /**
   * @param school of the student who missed most
   * @param decidedAt null: it waits
   */
  record Standing(
      UUID id,
      FamilyId family,
      DistrictId district,
      @Nullable SchoolId school,
      State state,
      @Nullable Instant decidedAt) {}

  /** Where a proposal stands. */
  enum State {
    PROPOSED,
    ACCEPTED,
    POSTPONED,
    REFUSED,
    /** The figures do not say so any more. */
    LAPSED
  }
}
