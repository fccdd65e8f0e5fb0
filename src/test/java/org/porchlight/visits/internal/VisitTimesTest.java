package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class VisitTimesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final VisitTimes times =
      new VisitTimes(
          new VisitProperties(
              URI.create("http://localhost"),
              Duration.ofHours(24),
              Duration.ofHours(48),
              Duration.ofHours(2),
              Duration.ofMinutes(30),
              Duration.ofHours(24),
              Duration.ofHours(48),
              LocalTime.of(8, 0),
              LocalTime.of(20, 30),
              Duration.ofDays(120),
              90),
          ZONE);

  @Test
  void shouldRemindTwoDaysAndTwoHoursBefore() {
    assertThat(times.firstReminder(at("2026-03-05T10:00"))).isEqualTo(at("2026-03-03T10:00"));
    assertThat(times.lastReminder(at("2026-03-05T10:00"))).isEqualTo(at("2026-03-05T08:00"));
  }

  @Test
  void shouldRemindAcrossTheChangeToSummerTimeByTheClockOnTheWall() {
    assertThat(times.firstReminder(at("2026-03-09T10:00"))).isEqualTo(at("2026-03-07T10:00"));
  }

  @Test
  void shouldTakeATimeInTheEvening() {
    assertThat(times.problem(at("2026-03-05T19:30"), Duration.ofHours(1), at("2026-03-01T10:00")))
        .isEmpty();
  }

  @Test
  void shouldRefuseThePastTheNightAndTheFarFuture() {
    Instant now = at("2026-03-04T12:00");
    Duration hour = Duration.ofHours(1);

    assertThat(times.problem(at("2026-03-04T11:00"), hour, now))
        .hasValueSatisfying(text -> assertThat(text).contains("passed"));
    assertThat(times.problem(at("2026-03-05T07:30"), hour, now)).isPresent();
    assertThat(times.problem(at("2026-03-05T20:00"), hour, now)).isPresent();
    assertThat(times.problem(at("2026-03-05T23:30"), hour, now)).isPresent();
    assertThat(times.problem(at("2026-09-05T12:00"), hour, now)).isPresent();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
