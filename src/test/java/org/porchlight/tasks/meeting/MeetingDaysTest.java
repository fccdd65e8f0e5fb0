package org.porchlight.tasks.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.porchlight.tasks.MeetingCycle;

class MeetingDaysTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalTime HALF_PAST_TWO = LocalTime.of(14, 30);
  private static final MeetingCycle TUESDAYS =
      MeetingCycle.weekly(DayOfWeek.TUESDAY, HALF_PAST_TWO);
  private static final MeetingCycle THIRD_TUESDAYS =
      MeetingCycle.monthly(3, DayOfWeek.TUESDAY, HALF_PAST_TWO);

  @Test
  void shouldMeetOnTheWeeksDay() {
    assertThat(next(TUESDAYS, "2027-01-04T10:00", closed())).isEqualTo("2027-01-05T14:30");
    assertThat(next(TUESDAYS, "2027-01-05T14:29", closed())).isEqualTo("2027-01-05T14:30");
    assertThat(next(TUESDAYS, "2027-01-05T14:30", closed())).isEqualTo("2027-01-12T14:30");
  }

  @Test
  void shouldGiveWayToAHolidayWithinTheWeek() {
    assertThat(next(TUESDAYS, "2027-01-04T10:00", closed("2027-01-05")))
        .isEqualTo("2027-01-06T14:30");
    // held on Wednesday: the week has had its meeting
    assertThat(next(TUESDAYS, "2027-01-06T14:30", closed("2027-01-05")))
        .isEqualTo("2027-01-12T14:30");
  }

  @Test
  void shouldLeaveOutAWeekWithoutSchool() {
    assertThat(
            next(
                TUESDAYS,
                "2027-01-04T10:00",
                closed("2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08")))
        .isEqualTo("2027-01-12T14:30");
  }

  @Test
  void shouldMeetOnTheMonthsDay() {
    assertThat(next(THIRD_TUESDAYS, "2027-01-04T10:00", closed())).isEqualTo("2027-01-19T14:30");
    assertThat(next(THIRD_TUESDAYS, "2027-01-19T14:30", closed())).isEqualTo("2027-02-16T14:30");
    assertThat(next(THIRD_TUESDAYS, "2027-01-04T10:00", closed("2027-01-19")))
        .isEqualTo("2027-01-20T14:30");
  }

  @Test
  void shouldKeepItsHourOverTheChangeOfTheClocks() {
    ZonedDateTime before = ZonedDateTime.parse("2027-03-09T14:30-05:00[America/New_York]");

    ZonedDateTime next = new MeetingDays(TUESDAYS, day -> true).next(before);

    assertThat(next.toOffsetDateTime()).hasToString("2027-03-16T14:30-04:00");
  }

  @Test
  void shouldRatherMeetThanNeverWhereTheCalendarHasNoSchoolDay() {
    assertThat(next(TUESDAYS, "2027-01-04T10:00", day -> false)).isEqualTo("2027-01-05T14:30");
  }

  @Test
  void shouldRefuseACycleThatNoTeamKeeps() {
    assertThatThrownBy(() -> MeetingCycle.weekly(DayOfWeek.SUNDAY, HALF_PAST_TWO))
        .hasMessageContaining("Monday to Friday");
    assertThatThrownBy(() -> MeetingCycle.monthly(5, DayOfWeek.MONDAY, HALF_PAST_TWO))
        .hasMessageContaining("first to fourth");
    assertThatThrownBy(() -> MeetingCycle.weekly(DayOfWeek.MONDAY, LocalTime.of(3, 0)))
        .hasMessageContaining("6:00 to 20:00");
  }

  private static String next(MeetingCycle cycle, String after, Predicate<LocalDate> open) {
    return new MeetingDays(cycle, open)
        .next(java.time.LocalDateTime.parse(after).atZone(ZONE))
        .toLocalDateTime()
        .toString();
  }

  private static Predicate<LocalDate> closed(String... days) {
    Set<String> holidays = Set.of(days);
    return day ->
        day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
            && !holidays.contains(day.toString());
  }
}
