package org.porchlight.cases;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;

/**
 * How often a family has been contacted without having asked: texts, calls tried, letters, words at
 * the door, across its cases and students. Agreed visits with their reminders, receipts and safety
 * do not count. The one place that decides whether there is room for more (I2).
 */
public interface FamilyContacts {

  /** As of now. */
  Count count(FamilyId family, DistrictId district);

  /**
   * @param made in the last 30 days
   * @param allowed in any 30 days, by the program's settings
   * @param roomFrom when the next one may be made; null: now
   */
  record Count(int made, int allowed, @Nullable Instant roomFrom) {

    public boolean leavesRoom() {
      return roomFrom == null;
    }

    public Optional<Instant> waitsUntil() {
      return Optional.ofNullable(roomFrom);
    }
  }
}
