package org.porchlight.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepOrCloseFormTest {

  @Test
  void shouldOfferClosingForRecoveredAttendanceOnlyFromTheSecondVisitOn() {
    assertThat(KeepOrCloseForm.reasons(2, true)).contains("RECOVERED", "ENOUGH_VISITS");
    assertThat(KeepOrCloseForm.reasons(1, true)).doesNotContain("RECOVERED");
    assertThat(KeepOrCloseForm.reasons(3, false)).doesNotContain("RECOVERED");
  }

  @Test
  void shouldCloseForRecoveredAttendanceOnlyWithTheFamilysWord() {
    assertThat(asked("RECOVERED", "AGREES")).isTrue();
    assertThat(asked("RECOVERED", "GO_ON")).isFalse();
    assertThat(asked("RECOVERED", "NOT_ASKED")).isFalse();
    assertThat(asked("MOVED", "NOT_ASKED")).isTrue();
    assertThat(KeepOrCloseForm.asked(new FormData(Map.of("closingReason", "RECOVERED")))).isFalse();
  }

  private static boolean asked(String reason, String familySays) {
    return KeepOrCloseForm.asked(
        new FormData(Map.of("closingReason", reason, "familySays", familySays)));
  }
}
