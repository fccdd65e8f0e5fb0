package org.porchlight.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;

/** How a family is first spoken to, as the coordinator planned it. */
public interface FirstContactPlans {

  /** Keeps the newest plan of a case. */
  void record(CaseId id, Plan plan);

  Optional<Plan> of(CaseId id);

  /**
   * @param whoKnows who already knows this family, as the coordinator wrote it
   * @param guardian whom to speak to
   * @param interpreterLanguage BCP 47 where an interpreter is booked
   */
  record Plan(
      Channel channel,
      @Nullable String whoKnows,
      @Nullable GuardianId guardian,
      @Nullable String interpreterLanguage,
      UserId by) {}

  /** The first channel. */
  enum Channel {
    TEXT,
    CALL,
    LETTER,
    IN_PERSON
  }
}
