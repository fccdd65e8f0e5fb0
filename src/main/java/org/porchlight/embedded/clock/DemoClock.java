package org.porchlight.embedded.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The application's clock in a demonstration: real time plus what a person has added, so that a
 * case of weeks can be shown in minutes. Forward only; the sum is kept in the data folder, so that
 * a restart goes on from there. Does not exist outside the embedded demo.
 */
final class DemoClock extends Clock {

  private final Path file;
  private volatile Duration ahead;

  DemoClock(Path file) {
    this.file = file;
    try {
      this.ahead =
          Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the demo's time from " + file, e);
    }
  }

  /** How far it is ahead of real time. */
  Duration ahead() {
    return ahead;
  }

  synchronized void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("The demo's time only moves forward");
    }
    Duration now = ahead.plus(by);
    try {
      Files.writeString(file, now.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Keeping the demo's time in " + file, e);
    }
    ahead = now;
  }

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), ahead);
  }
}
