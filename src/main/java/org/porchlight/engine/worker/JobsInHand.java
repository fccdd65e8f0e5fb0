package org.porchlight.engine.worker;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many jobs this replica works on now. */
@Component
public class JobsInHand {

  private final AtomicInteger count = new AtomicInteger();

  public int count() {
    return count.get();
  }

  void begin() {
    count.incrementAndGet();
  }

  void end() {
    count.decrementAndGet();
  }
}
