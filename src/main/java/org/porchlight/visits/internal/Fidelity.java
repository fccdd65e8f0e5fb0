package org.porchlight.visits.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a visit departed from how it is meant to be: kept as codes, never refused (I7). */
final class Fidelity {

  private Fidelity() {}

  /**
   * @param language BCP 47: the family's, as far as the roster knows
   */
  static List<String> exceptions(VisitFacts visit, List<Visitor> pair, @Nullable String language) {
    List<String> found = new ArrayList<>();
    if (!visit.both()) {
      found.add("ONE_VISITOR");
    }
    if (!pair.stream().allMatch(visitor -> visitor.trainedOn(visit.day()))) {
      found.add("NOT_TRAINED");
    }
    if (!visit.interpreted()) {
      if (language == null) {
        found.add("LANGUAGE_UNKNOWN");
      } else if (pair.stream().noneMatch(visitor -> visitor.fluentIn(language))) {
        found.add("NO_INTERPRETER");
      }
    }
    return List.copyOf(found);
  }
}
