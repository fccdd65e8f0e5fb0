package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.visits.LanguageLevel;

class FidelityTest {

  private final List<Visitor> pair =
      List.of(
          VisitorsMade.speaking("en", LanguageLevel.NATIVE),
          VisitorsMade.speaking("es", LanguageLevel.FLUENT));

  @Test
  void shouldFindNothingInAVisitAsItIsMeantToBe() {
    assertThat(Fidelity.exceptions(log("BOTH", "2026-03-04", false), pair, "es")).isEmpty();
    assertThat(Fidelity.exceptions(log("BOTH", "2026-03-04", true), pair, "vi")).isEmpty();
  }

  @Test
  void shouldKeepEveryDeparture() {
    assertThat(Fidelity.exceptions(log("ONE", "2026-01-04", false), pair, "vi"))
        .containsExactly("ONE_VISITOR", "NOT_TRAINED", "NO_INTERPRETER");
    assertThat(Fidelity.exceptions(log("BOTH", "2026-03-04", false), pair, null))
        .containsExactly("LANGUAGE_UNKNOWN");
  }

  private static Map<String, Object> log(String present, String day, boolean interpreter) {
    return Map.of("visitorsPresent", present, "visitDate", day, "interpreterUsed", interpreter);
  }
}
