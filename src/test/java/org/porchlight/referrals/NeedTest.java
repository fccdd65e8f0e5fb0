package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTest {

  @Test
  void shouldLeadFromABarrierToWhatHelps() {
    assertThat(Need.ofBarrier("B_FOOD")).containsExactly(Need.FOOD);
    assertThat(Need.ofBarrier("B_HOMELESS")).containsExactly(Need.SHELTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"N_BULLYING", "N_BIAS", "M_VACATION_OK", "X_OTHER", "B_IMMIGRATION_FEAR"})
  void shouldLeaveToPeopleWhatNoResourceMends(String barrier) {
    assertThat(Need.ofBarrier(barrier)).isEmpty();
  }
}
