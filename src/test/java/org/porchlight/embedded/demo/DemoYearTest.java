package org.porchlight.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoYearTest {

  @Test
  void shouldKnowAttendanceUpToYesterdayOnceTheYearIsOldEnough() {
    DemoYear year = DemoYear.at(LocalDate.of(2026, 11, 20));

    assertThat(year.begins()).isEqualTo(LocalDate.of(2026, 8, 27));
    assertThat(year.past()).last().isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(year.past()).doesNotContain(LocalDate.of(2026, 9, 7));
  }

  @Test
  void shouldUseLastYearWhileThisOneIsTooYoung() {
    DemoYear year = DemoYear.at(LocalDate.of(2026, 9, 15));

    assertThat(year.name()).isEqualTo("2026");
    assertThat(year.past()).last().isEqualTo(LocalDate.of(2026, 6, 12));
  }
}
