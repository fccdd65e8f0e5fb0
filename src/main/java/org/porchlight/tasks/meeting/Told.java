package org.porchlight.tasks.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/**
 * What one thing to talk about is, as of now.
 *
 * @param family null where it is about no family
 * @param settled nothing is left to decide about it
 */
record Told(
    @Nullable FamilyId family,
    @Nullable CaseId caseId,
    @Nullable SchoolId school,
    boolean settled,
    List<Fact> facts) {

  /**
   * A sentence.
   *
   * @param key of the page's text
   * @param words what somebody wrote is in it: not printed
   */
  record Fact(String key, boolean words, List<Object> values) {

    static Fact of(String key, Object... values) {
      return new Fact("meetings.fact." + key, false, List.of(values));
    }

    static Fact words(String key, Object... values) {
      return new Fact("meetings.fact." + key, true, List.of(values));
    }
  }
}
