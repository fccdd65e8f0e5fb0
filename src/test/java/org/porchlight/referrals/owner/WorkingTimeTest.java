package org.porchlight.referrals.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working hours, from nine to five on weekdays. */
class WorkingTimeTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final WorkingTime time =
      new WorkingTime(
          ZONE,
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);

  @ParameterizedTest
  @CsvSource({
    // within the hour, on the same day
    "2026-11-23T10:00, 1, 2026-11-23T11:00",
    // rounded up to the quarter
    "2026-11-23T10:01, 1, 2026-11-23T11:15",
    // over night
    "2026-11-23T16:30, 1, 2026-11-24T09:30",
    // told at night, or at the weekend
    "2026-11-23T23:59, 1, 2026-11-24T10:00",
    "2026-11-28T12:00, 1, 2026-11-30T10:00",
    // whole days end when the day ends
    "2026-11-23T09:00, 16, 2026-11-24T17:00",
    "2026-11-27T12:00, 40, 2026-12-04T12:00",
    // over the change of the clocks
    "2026-10-30T12:00, 8, 2026-11-02T12:00"
  })
  void shouldCountWorkingHoursOnly(LocalDateTime from, int hours, LocalDateTime until) {
    assertThat(time.after(at(from), Duration.ofHours(hours))).isEqualTo(at(until));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }
}
