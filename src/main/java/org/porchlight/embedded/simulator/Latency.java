package org.porchlight.embedded.simulator;

import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How long a real provider would be away; none, unless somebody measures. */
@Component
@Profile({"embedded", "test"})
class Latency {

  private volatile Duration each = Duration.ZERO;

  void set(Duration each) {
    this.each = each;
  }

  void pass() {
    if (each.isPositive()) {
      try {
        Thread.sleep(each);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
