package org.porchlight.cases.internal;

import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.SendWindows;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

class CaseTimesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);

  private static final CaseView CASE =
      new CaseView(
          CaseId.random(),
          FamilyId.random(),
          DistrictId.random(),
          SchoolId.random(),
          1,
          CaseView.State.OPEN,
          false,
          Instant.EPOCH,
          null);

  @Test
  void shouldCountSchoolDaysOnly() {
    // given a Wednesday before a holiday
    CaseTimes times = at("2026-11-25T15:30:00Z");

    // then two school days later is the Monday after
    assertThat(CaseTimes.text(times.dueIn(CASE, 2))).isEqualTo("2026-11-30T17:00-05:00");
  }

  @Test
  void shouldCountWorkingTimeOnly() {
    // 11:00, 16:40, 05:00 and 21:00 in New York on the Wednesday before a holiday
    assertThat(withinAnHour("2026-11-25T16:00:00Z")).isEqualTo("2026-11-25T12:00-05:00");
    assertThat(withinAnHour("2026-11-25T21:40:00Z")).isEqualTo("2026-11-27T09:40-05:00");
    assertThat(withinAnHour("2026-11-25T10:00:00Z")).isEqualTo("2026-11-25T10:00-05:00");
    assertThat(withinAnHour("2026-11-26T02:00:00Z")).isEqualTo("2026-11-27T10:00-05:00");
    // and on the holiday itself
    assertThat(withinAnHour("2026-11-26T16:00:00Z")).isEqualTo("2026-11-27T10:00-05:00");
  }

  private static String withinAnHour(String now) {
    return CaseTimes.text(at(now).dueWithin(CASE, Duration.ofHours(1)));
  }

  @Test
  void shouldCountTheProgramsOwnWorkDaysInSummer() {
    // given a Monday in July on which nobody works
    CaseTimes times = at("2026-07-13T15:30:00Z");

    assertThat(CaseTimes.text(times.dueIn(CASE, 2))).isEqualTo("2026-07-16T17:00-04:00");
    assertThat(CaseTimes.text(times.morningOf(CASE, LocalDate.of(2026, 7, 17))))
        .isEqualTo("2026-07-21T09:00-04:00");
    assertThat(CaseTimes.text(times.dueBefore(CASE, LocalDate.of(2026, 7, 21))))
        .isEqualTo("2026-07-16T17:00-04:00");
  }

  @Test
  void shouldKeepTheTimeOfDayOfAWaitWithinTheWorkingDay() {
    assertThat(CaseTimes.text(at("2026-11-23T15:30:00Z").waitFor(CASE, 2)))
        .isEqualTo("2026-11-25T10:30-05:00");
    assertThat(CaseTimes.text(at("2026-11-23T11:00:00Z").waitFor(CASE, 2)))
        .isEqualTo("2026-11-25T09:00-05:00");
    assertThat(CaseTimes.text(at("2026-11-24T01:00:00Z").waitFor(CASE, 2)))
        .isEqualTo("2026-11-25T17:00-05:00");
  }

  @Test
  void shouldCountAnAnswerFromWhenTheQuestionCanLeave() {
    // given Saturday, 23:36: the text leaves on Monday at nine
    assertThat(CaseTimes.text(at("2026-11-22T04:36:00Z").answerIn(CASE, 2)))
        .isEqualTo("2026-11-25T09:00-05:00");
    // and one that leaves at once
    assertThat(CaseTimes.text(at("2026-11-23T15:30:00Z").answerIn(CASE, 2)))
        .isEqualTo("2026-11-25T10:30-05:00");
  }

  @Test
  void shouldTakeTheDistrictsDay() {
    // given an evening that is already tomorrow in UTC
    assertThat(at("2026-11-24T01:00:00Z").today(CASE)).isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @Test
  void shouldBeginOnASchoolDay() {
    CaseTimes times = at("2026-11-23T15:30:00Z");
    assertThat(CaseTimes.text(times.morningOf(CASE, LocalDate.of(2026, 11, 28))))
        .isEqualTo("2026-11-30T09:00-05:00");
    assertThat(CaseTimes.text(times.morningOf(CASE, LocalDate.of(2026, 11, 24))))
        .isEqualTo("2026-11-24T09:00-05:00");
  }

  @Test
  void shouldFollowTheClockChange() {
    assertThat(CaseTimes.text(at("2026-10-30T15:00:00Z").dueIn(CASE, 1)))
        .isEqualTo("2026-11-02T17:00-05:00");
    assertThat(CaseTimes.text(at("2026-10-28T15:00:00Z").dueIn(CASE, 1)))
        .isEqualTo("2026-10-29T17:00-04:00");
  }

  private static CaseTimes at(String now) {
    return new CaseTimes(
        new WeekdaysButThanksgiving(),
        new OneProgram(),
        new NineToEightOnWeekdays(),
        settings(),
        Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  /** A summer program on Tuesdays and Thursdays. */
  private static final class OneProgram implements Programs {

    @Override
    public ProgramSettings current(DistrictId district) {
      ProgramSettings s = ProgramSettings.defaults();
      return new ProgramSettings(
          s.version(),
          s.lookEachSchoolDay(),
          s.targeting(),
          s.eligibility(),
          s.weights(),
          s.weeklyCapacity(),
          s.cadence(),
          s.attempts(),
          s.contact(),
          s.ending(),
          s.languages(),
          new ProgramSettings.Summer(
              true,
              s.summer().from(),
              s.summer().until(),
              Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
              s.summer().opens(),
              s.summer().closes()));
    }

    @Override
    public ProgramSettings at(DistrictId district, int version) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ProgramSettings change(DistrictId district, ProgramSettings wanted, Actor by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ProgramSettings set(DistrictId district, ProgramSettings wanted) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Change> history(DistrictId district) {
      throw new UnsupportedOperationException();
    }
  }

  private static CasesProperties settings() {
    return new CasesProperties(
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        2,
        2,
        2,
        2,
        14,
        28,
        3,
        2,
        5,
        14,
        3,
        Duration.ofHours(1),
        Duration.ofDays(365),
        "case.events");
  }

  private static final class NineToEightOnWeekdays implements SendWindows {

    @Override
    public Instant nextOpening(DistrictId district, Instant at) {
      ZonedDateTime local = at.atZone(NEW_YORK);
      boolean open =
          local.getDayOfWeek().getValue() < 6 && local.getHour() >= 9 && local.getHour() < 20;
      return open ? at : local.with(next(DayOfWeek.MONDAY)).with(LocalTime.of(9, 0)).toInstant();
    }

    @Override
    public Instant earlier(DistrictId district, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant dueAfter(DistrictId district, Instant asked, Duration within) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class WeekdaysButThanksgiving implements SchoolCalendars {

    @Override
    public ZoneId zone(DistrictId district) {
      return NEW_YORK;
    }

    @Override
    public boolean schoolDay(DistrictId district, @Nullable SchoolId school, LocalDate day) {
      return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
          && !day.equals(THANKSGIVING);
    }
  }
}
