package org.porchlight.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The application's clock in tests: real time plus what was added; forward only. */
public class TestClock extends Clock {

  private final AtomicReference<Duration> added = new AtomicReference<>(Duration.ZERO);

  /** Moves the application's time alone; process tests move the broker's with it. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("The test clock only moves forward");
    }
    added.updateAndGet(now -> now.plus(by));
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(added.get()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return TestClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return TestClock.this.withZone(other);
      }
    };
  }
}
