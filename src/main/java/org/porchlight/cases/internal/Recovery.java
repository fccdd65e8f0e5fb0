package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.util.List;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.cases.CaseView;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.springframework.stereotype.Component;

/** Whether the family's students have come to school well for the set number of weeks. */
@Component
class Recovery {

  /** Fewer enrolled days, as in the first weeks of a year or after summer, say nothing yet. */
  static final int LEAST_DAYS = 10;

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
   * which the program offers visits; false while nobody has enough days.
   */
  boolean recovered(CaseView about) {
    ProgramSettings program = programs.current(about.district());
    LocalDate today = times.today(about);
    LocalDate before = today.minusWeeks(program.ending().recoveryWeeks());
    List<Family.Student> students =
        families.find(about.family()).map(Family::students).orElse(List.of());
    boolean counted = false;
    for (Family.Student student : students) {
      List<AttendanceRate> earlier = rates.ofStudent(student.id(), before);
      for (AttendanceRate now : rates.ofStudent(student.id(), today)) {
        AttendanceRate then =
            earlier.stream()
                .filter(rate -> rate.school().equals(now.school()))
                .findFirst()
                .orElse(null);
        if (then == null || then.enrolledDays() < program.eligibility().minimumDays()) {
          continue;
        }
        int days = now.enrolledDays() - then.enrolledDays();
        int missed = now.absences() - then.absences();
        counted = true;
        if (!well(days, missed, program.eligibility().fromPercent())) {
          return false;
        }
      }
    }
    return counted;
  }

  static boolean well(int days, int missed, int fromPercent) {
    return days >= LEAST_DAYS && 100 * missed < fromPercent * days;
  }
}
