package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a visit departed from how it is meant to be: kept as codes, never refused (I7). */
final class Fidelity {

  private Fidelity() {}

  static List<String> exceptions(
      Map<String, Object> log, List<Visitor> pair, @Nullable String language) {
    List<String> found = new ArrayList<>();
    if ("ONE".equals(FormValues.text(log, "visitorsPresent"))) {
      found.add("ONE_VISITOR");
    }
    LocalDate day = FormValues.date(log, "visitDate");
    if (day != null && !pair.stream().allMatch(visitor -> visitor.trainedOn(day))) {
      found.add("NOT_TRAINED");
    }
    if (!FormValues.checked(log, "interpreterUsed")) {
      if (language == null) {
        found.add("LANGUAGE_UNKNOWN");
      } else if (pair.stream().noneMatch(visitor -> visitor.fluentIn(language))) {
        found.add("NO_INTERPRETER");
      }
    }
    return List.copyOf(found);
  }
}
