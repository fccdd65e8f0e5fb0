package org.porchlight.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.StudentId;

/**
 * Something that makes coming to school hard, as it stands. While it is open it has an owner and a
 * due date (I5).
 *
 * @param student null where it is about the family as a whole
 * @param level 0 the owner, 1 the attendance team, from 2 on the district's coordinators
 * @param end null while it is open
 */
public record Barrier(
    UUID id,
    CaseId caseId,
    BarrierCode code,
    @Nullable StudentId student,
    Instant toldAt,
    OwnerGroup owner,
    Instant due,
    int level,
    @Nullable End end,
    @Nullable Instant endedAt) {

  public boolean open() {
    return end == null;
  }

  /** How one ended. */
  public enum End {
    /** The family says that it is better, or somebody saw to it. */
    RESOLVED,
    /** With a coat, food or a bus pass on the spot. */
    HELPED_AT_ONCE,
    /** The family does not need help with it any more. */
    NOT_NEEDED,
    /** The team closed the case and said in words to whom it handed this on. */
    HANDED_ON,
    /** Somebody entitled to closed it with a reason, or the case closed. */
    CLOSED_BY_TEAM,
    FAMILY_DECLINED,
    FAMILY_LEFT,
    NOT_REACHED,
    /** The other case of the same family had it too: it goes on there. */
    MERGED,
    /** The log that told it was amended. */
    TOLD_BY_MISTAKE
  }
}
