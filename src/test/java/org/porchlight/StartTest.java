package org.porchlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@PorchlightTest
class StartTest {

  @Autowired Clock clock;

  @Test
  void shouldStartOnTheRealServers() {
    assertThat(clock).isInstanceOf(TestClock.class);
  }
}
