package org.porchlight.messaging.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.DistrictHours.Hours;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;

class SendWindowTest {

  private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 26);

  private final DistrictId district = DistrictId.random();
  private final SchoolCalendars calendars =
      new SchoolCalendars() {
        @Override
        public ZoneId zone(DistrictId any) {
          return ZoneId.of("America/New_York");
        }

        @Override
        public boolean schoolDay(DistrictId any, @Nullable SchoolId school, LocalDate day) {
          return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !day.equals(HOLIDAY);
        }
      };
  private final SendWindow window =
      new SendWindow(
          calendars,
          new MessagingSettings(
              URI.create("http://localhost"),
              Duration.ofHours(1),
              8,
              Duration.ofMinutes(1),
              3,
              8,
              24,
              Duration.ZERO,
              0,
              new MessagingSettings.Pace(0, 0, 0, ZoneId.of("America/Los_Angeles")),
              new MessagingSettings.Twilio(
                  "/s", "A", "K", "S", "T", "+18605550199", Duration.ofSeconds(1))),
          (any, day) ->
              new Hours(
                  calendars.schoolDay(any, null, day), LocalTime.of(9, 0), LocalTime.of(20, 0)));

  @Test
  void shouldOpenAtNineAndCloseAtEight() {
    assertThat(window.open(district, local("2026-11-24T09:00"))).isTrue();
    assertThat(window.open(district, local("2026-11-24T19:59"))).isTrue();
    assertThat(window.open(district, local("2026-11-24T20:00"))).isFalse();
    assertThat(window.open(district, local("2026-11-24T08:59"))).isFalse();
  }

  @Test
  void shouldWaitForTheNextDayOnWhichStaffWork() {
    assertThat(window.next(district, local("2026-11-24T21:00")))
        .isEqualTo(local("2026-11-25T09:00"));
    assertThat(window.next(district, local("2026-11-25T21:00")))
        .isEqualTo(local("2026-11-27T09:00"));
    assertThat(window.next(district, local("2026-11-27T20:00")))
        .isEqualTo(local("2026-11-30T09:00"));
  }

  @Test
  void shouldMoveAReminderEarlierRatherThanLater() {
    assertThat(window.earlier(district, local("2026-11-24T10:00")))
        .isEqualTo(local("2026-11-24T10:00"));
    assertThat(window.earlier(district, local("2026-11-24T22:00")))
        .isEqualTo(local("2026-11-24T19:00"));
    assertThat(window.earlier(district, local("2026-11-27T07:00")))
        .isEqualTo(local("2026-11-25T19:00"));
    assertThat(window.earlier(district, local("2026-11-29T12:00")))
        .isEqualTo(local("2026-11-27T19:00"));
  }

  @Test
  void shouldGiveAnAnswerItsTimeFromWhenTheTextCanLeave() {
    Duration day = Duration.ofHours(24);
    // asked on Saturday evening: the text leaves on Monday
    assertThat(window.nextOpening(district, local("2026-11-21T23:36")))
        .isEqualTo(local("2026-11-23T09:00"));
    assertThat(window.dueAfter(district, local("2026-11-21T23:36"), day))
        .isEqualTo(local("2026-11-24T09:00"));
    assertThat(window.dueAfter(district, local("2026-11-23T22:00"), day))
        .isEqualTo(local("2026-11-25T09:00"));
    assertThat(window.dueAfter(district, local("2026-11-23T12:00"), day))
        .isEqualTo(local("2026-11-24T12:00"));
  }

  @Test
  void shouldNeverGiveAnAnswerLessThanAWholeWindow() {
    // the rest of Friday and as much of Monday as was missing
    assertThat(window.dueAfter(district, local("2026-11-20T15:00"), Duration.ofHours(24)))
        .isEqualTo(local("2026-11-23T15:00"));
    // the afternoon before Thanksgiving, and most of the Friday after it
    assertThat(window.dueAfter(district, local("2026-11-25T18:00"), Duration.ofHours(1)))
        .isEqualTo(local("2026-11-27T18:00"));
    assertThat(window.dueAfter(district, local("2026-11-23T09:00"), Duration.ofHours(1)))
        .isEqualTo(local("2026-11-24T09:00"));
  }

  @Test
  void shouldFollowTheClockChange() {
    // The clocks go back in the night to Sunday, November 1: Friday evening to Monday morning is an
    // hour longer.
    assertThat(
            Duration.between(
                local("2026-10-30T20:00"), window.next(district, local("2026-10-30T20:00"))))
        .isEqualTo(Duration.ofHours(62));
  }

  private static Instant local(String text) {
    return java.time.LocalDateTime.parse(text).atZone(ZoneId.of("America/New_York")).toInstant();
  }
}
