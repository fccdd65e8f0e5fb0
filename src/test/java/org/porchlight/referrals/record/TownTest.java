package org.porchlight.referrals.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TownTest {

  @Test
  void shouldReadTheTownAtTheEndOfAnAddress() {
    assertThat(Town.in("12 Maple Street, Elmbrook, CT 06999"))
        .hasValue(new Town("Elmbrook", "06999"));
    assertThat(Town.in("12 Maple Street, Apt 3, New Haven, CT 06511-1234"))
        .hasValue(new Town("New Haven", "06511"));
    assertThat(Town.in("Elmbrook, CT")).hasValue(new Town("Elmbrook", null));
  }

  @Test
  void shouldGuessNoTown() {
    assertThat(Town.in(null)).isEmpty();
    assertThat(Town.in("12 Invented Street")).isEmpty();
    assertThat(Town.in("behind the mill")).isEmpty();
  }
}
