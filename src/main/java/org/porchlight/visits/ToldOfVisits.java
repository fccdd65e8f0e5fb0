package org.porchlight.visits;

import java.util.Set;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;

/**
 * Who of a family is told when a visit is, beside the one whom the case asks: every text about a
 * time goes to each of them, in their own language and to their own phone, past the same gate.
 */
public interface ToldOfVisits {

  /** As chosen; whoever may not be texted any more gets nothing all the same. */
  Set<GuardianId> of(CaseId id);

  /**
   * Replaces the choice. Visits planned already: from their next text on.
   *
   * @throws IllegalArgumentException where one of them may not be contacted, or has no phone for
   *     texts or no known language: nothing changes
   */
  void choose(CaseId id, Set<GuardianId> guardians, UserId by);
}
