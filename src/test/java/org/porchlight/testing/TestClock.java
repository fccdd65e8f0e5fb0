package org.porchlight.testing;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The application's clock in tests: real time plus what was added; forward only. A run begins on a
 * Monday at 10:00 in New York, so that no test depends on the hour at which it is run.
 */
public class TestClock extends Clock {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final AtomicReference<Duration> added = new AtomicReference<>(untilMonday());

  /** Moves the application's time alone; process tests move the broker's with it. */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("The test clock only moves forward");
    }
    added.updateAndGet(now -> now.plus(by));
  }

  private static Duration untilMonday() {
    ZonedDateTime now = ZonedDateTime.now(ZONE);
    ZonedDateTime monday =
        now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(10, 0));
    return Duration.between(now, monday);
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
