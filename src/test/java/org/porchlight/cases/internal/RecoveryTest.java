package org.porchlight.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryTest {

  @Test
  void shouldCallAttendanceGoodBelowTheShareFromWhichVisitsAreOffered() {
    assertThat(Recovery.well(30, 2, 10)).isTrue();
    assertThat(Recovery.well(30, 3, 10)).isFalse();
  }

  @Test
  void shouldSleepUntilTenEnrolledDaysHavePassed() {
    assertThat(Recovery.well(9, 0, 10)).isFalse();
    assertThat(Recovery.well(10, 0, 10)).isTrue();
    // the weeks that are looked at began in the year before
    assertThat(Recovery.well(-160, 0, 10)).isFalse();
  }
}
