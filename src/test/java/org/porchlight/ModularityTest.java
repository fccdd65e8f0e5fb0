package org.porchlight;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void shouldKeepToTheModulesBoundaries() {
    ApplicationModules.of(Porchlight.class).verify();
  }
}
