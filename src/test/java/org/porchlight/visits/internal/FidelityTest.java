package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.visits.LanguageLevel;

class FidelityTest {

  private final List<Visitor> pair =
      List.of(
          VisitorsMade.speaking("en", LanguageLevel.NATIVE),
          VisitorsMade.speaking("es", LanguageLevel.FLUENT));

  @Test
  void shouldFindNothingInAVisitAsItIsMeantToBe() {
    assertThat(Fidelity.exceptions(visit(true, "2026-03-04", "NONE"), pair, "es")).isEmpty();
    assertThat(Fidelity.exceptions(visit(true, "2026-03-04", "IN_PERSON"), pair, "vi")).isEmpty();
    assertThat(Fidelity.exceptions(visit(true, "2026-03-04", "LINE"), pair, "vi")).isEmpty();
  }

  @Test
  void shouldKeepEveryDeparture() {
    assertThat(Fidelity.exceptions(visit(false, "2026-01-04", "MISSED"), pair, "vi"))
        .containsExactly("ONE_VISITOR", "NOT_TRAINED", "NO_INTERPRETER");
    assertThat(Fidelity.exceptions(visit(true, "2026-03-04", "NONE"), pair, null))
        .containsExactly("LANGUAGE_UNKNOWN");
  }

  private static VisitFacts visit(boolean both, String day, String interpreter) {
    return new VisitFacts(LocalDate.parse(day), 45, "HOME", both, "vi", interpreter, List.of());
  }
}
