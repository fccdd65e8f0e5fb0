package org.porchlight.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/** Six weeks of good attendance, as the school has reported it (domain rules: defaults). */
class RecoveryTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 15);
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final SchoolId SCHOOL = SchoolId.random();
  private static final StudentId STUDENT = StudentId.random();
  private static final CaseView CASE =
      new CaseView(
          CaseId.random(),
          FamilyId.random(),
          DistrictId.random(),
          SCHOOL,
          1,
          CaseView.State.OPEN,
          true,
          Instant.EPOCH,
          null);

  private final AttendanceRates rates = mock();

  @Test
  void shouldBeRecoveredWhenNothingWasMissedInThoseWeeks() {
    assertThat(recovered(day -> 20, TODAY.minusDays(1))).isTrue();
  }

  @Test
  void shouldNotBeRecoveredWhileTooMuchIsMissed() {
    assertThat(recovered(day -> (int) ChronoUnit.WEEKS.between(FIRST_DAY, day), TODAY)).isFalse();
  }

  /** Nothing missed, because nothing is told. */
  @Test
  void shouldNotTakeSilenceForAttendance() {
    assertThat(recovered(day -> 20, TODAY.minusDays(8))).isFalse();
    when(rates.latestDates(any())).thenReturn(Map.of());
    assertThat(recovery().recovered(CASE)).isFalse();
  }

  @Test
  void shouldNotKnowBeforeThereAreEnoughDays() {
    when(rates.latestDates(any())).thenReturn(Map.of(SCHOOL, TODAY));
    when(rates.ofStudent(any(), any())).thenReturn(List.of(rate(TODAY, 0, 9)));
    assertThat(recovery().recovered(CASE)).isFalse();
  }

  @Test
  void shouldSleepUntilTenEnrolledDaysHavePassed() {
    when(rates.latestDates(any())).thenReturn(Map.of(SCHOOL, TODAY));
    when(rates.ofStudent(any(), any()))
        .thenAnswer(call -> List.of(rate(TODAY, 0, call.getArgument(1).equals(TODAY) ? 29 : 20)));
    assertThat(recovery().recovered(CASE)).isFalse();
  }

  /** Five school days a week. */
  private boolean recovered(ToIntFunction<LocalDate> absences, LocalDate newest) {
    when(rates.latestDates(any())).thenReturn(Map.of(SCHOOL, newest));
    when(rates.ofStudent(any(), any()))
        .thenAnswer(
            call -> {
              LocalDate day = call.getArgument(1);
              int enrolled = (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
              return List.of(rate(day, absences.applyAsInt(day), enrolled / 7 * 5));
            });
    return recovery().recovered(CASE);
  }

  private static AttendanceRate rate(LocalDate day, int absences, int enrolled) {
    return new AttendanceRate(
        STUDENT, SCHOOL, day, absences, enrolled, AttendanceRate.Band.AT_RISK);
  }

  private Recovery recovery() {
    Families families = mock();
    when(families.find(any()))
        .thenReturn(
            Optional.of(
                new Family(
                    CASE.family(),
                    CASE.district(),
                    List.of(new Family.Student(STUDENT, "Sol", "Example", "3", SCHOOL)),
                    List.of())));
    Programs programs = mock();
    when(programs.current(any())).thenReturn(ProgramSettings.defaults());
    CaseTimes times = mock();
    when(times.today(any())).thenReturn(TODAY);
    return new Recovery(families, rates, programs, times);
  }
}
