package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** Whether the family's students have come to school well for the set number of weeks. */
@Component
class Recovery {

  /** Enrolled days that must have passed before anybody is called recovered: after a summer too. */
  private static final int LEAST_DAYS = 10;

  private final Families families;
  private final AttendanceRates rates;
  private final Programs programs;
  private final CaseTimes times;

  Recovery(Families families, AttendanceRates rates, Programs programs, CaseTimes times) {
    this.families = families;
    this.rates = rates;
    this.programs = programs;
    this.times = times;
  }

  /**
   * Each student with enough enrolled days missed less, within those weeks, than the share from
   * which the program offers visits. The weeks end with the newest attendance of the school. False
   * while nobody has enough days, and where a school has not reported for a week: silence is no
   * attendance.
   */
  boolean recovered(CaseView about) {
    LocalDate today = times.today(about);
    Map<SchoolId, LocalDate> newest = rates.latestDates(about.district());
    List<Optional<Boolean>> found = new ArrayList<>();
    for (Family.Student student :
        families.find(about.family()).map(Family::students).orElse(List.of())) {
      for (AttendanceRate rate : rates.ofStudent(student.id(), today)) {
        LocalDate until = newest.get(rate.school());
        if (until == null || until.isBefore(today.minusWeeks(1))) {
          return false;
        }
        found.add(recovered(about, student, rate.school(), until));
      }
    }
    List<Boolean> known = found.stream().flatMap(Optional::stream).toList();
    return !known.isEmpty() && known.stream().allMatch(well -> well);
  }

  /** Empty where the student had too few enrolled days before those weeks, or in them. */
  private Optional<Boolean> recovered(
      CaseView about, Family.Student student, SchoolId school, LocalDate until) {
    ProgramSettings program = programs.current(about.district());
    LocalDate from = until.minusWeeks(program.ending().recoveryWeeks());
    Optional<AttendanceRate> then =
        at(student, school, from)
            .filter(rate -> rate.enrolledDays() >= program.eligibility().minimumDays());
    Optional<AttendanceRate> now = at(student, school, until);
    if (then.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    int days = now.get().enrolledDays() - then.get().enrolledDays();
    int missed = now.get().absences() - then.get().absences();
    return days < LEAST_DAYS
        ? Optional.empty()
        : Optional.of(100 * missed < program.eligibility().fromPercent() * days);
  }

  private Optional<AttendanceRate> at(Family.Student student, SchoolId school, LocalDate day) {
    return rates.ofStudent(student.id(), day).stream()
        .filter(rate -> rate.school().equals(school))
        .findFirst();
  }
}
