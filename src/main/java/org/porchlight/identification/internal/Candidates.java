package org.porchlight.identification.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.internal.Candidate.Absentee;
import org.porchlight.identification.internal.Candidate.Trend;
import org.porchlight.roster.StudentProfiles;
import org.porchlight.roster.StudentProfiles.Profile;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * The families with a student whom the program looks at and who misses enough. Their siblings who
 * miss as much come with them. A student of two schools counts with the school where they missed
 * most.
 */
@Component
class Candidates {

  private static final int TREND_DAYS = 28;
  private static final int LEAST_DAYS_LATELY = 10;

  private final AttendanceRates rates;
  private final StudentProfiles profiles;

  Candidates(AttendanceRates rates, StudentProfiles profiles) {
    this.rates = rates;
    this.profiles = profiles;
  }

  List<Candidate> of(
      DistrictId district,
      LocalDate asOf,
      LocalDate today,
      ProgramSettings settings,
      Thresholds thresholds) {
    Map<StudentId, AttendanceRate> now = worst(rates.ofDistrict(district, asOf), thresholds);
    Map<Attended, AttendanceRate> before = new HashMap<>();
    rates
        .ofDistrict(district, asOf.minusDays(TREND_DAYS))
        .forEach(rate -> before.put(Attended.of(rate), rate));
    Target target = new Target(settings.targeting(), thresholds.lastYear());
    Map<FamilyId, List<Profile>> families = new HashMap<>();
    profiles
        .ofDistrict(district, today)
        .forEach(one -> families.computeIfAbsent(one.family(), id -> new ArrayList<>()).add(one));
    List<Candidate> found = new ArrayList<>();
    families.forEach(
        (family, students) -> {
          List<Absentee> absentees = new ArrayList<>();
          boolean targeted = false;
          for (Profile student : students) {
            Absentee absentee =
                absentee(student, now.get(student.student()), before, target, thresholds);
            if (absentee != null) {
              absentees.add(absentee);
              targeted |= target.covers(student);
            }
          }
          if (targeted) {
            found.add(new Candidate(family, schools(students, target), absentees));
          }
        });
    return found;
  }

  /** Each student's rate where they missed most, of those with enough days. */
  static Map<StudentId, AttendanceRate> worst(List<AttendanceRate> rates, Thresholds thresholds) {
    Map<StudentId, AttendanceRate> worst = new HashMap<>();
    rates.stream()
        .filter(thresholds::known)
        .forEach(
            rate ->
                worst.merge(
                    rate.student(),
                    rate,
                    (a, b) ->
                        Candidate.compareRates(figures(a, a.school()), figures(b, b.school())) >= 0
                            ? a
                            : b));
    return worst;
  }

  private static @Nullable Absentee absentee(
      Profile student,
      @Nullable AttendanceRate rate,
      Map<Attended, AttendanceRate> before,
      Target target,
      Thresholds thresholds) {
    SchoolId next = target.school(student);
    if (rate == null) {
      boolean entrant = thresholds.withoutHistory() && student.next() != null;
      return !entrant || next == null || student.needs().isEmpty() || !target.covers(student)
          ? null
          : new Absentee(
              new Figures(student.student(), next, 0, 0, AttendanceRate.Band.TOO_EARLY),
              target.grade(student),
              student.needs(),
              null);
    }
    if (!thresholds.reached(rate)) {
      return null;
    }
    SchoolId school = thresholds.lastYear() && next != null ? next : rate.school();
    return new Absentee(
        figures(rate, school),
        target.grade(student),
        student.needs(),
        trend(rate, before.get(Attended.of(rate))));
  }

  private static @Nullable Trend trend(AttendanceRate now, @Nullable AttendanceRate then) {
    if (then == null) {
      return null;
    }
    int days = now.enrolledDays() - then.enrolledDays();
    return days < LEAST_DAYS_LATELY || then.enrolledDays() < LEAST_DAYS_LATELY
        ? null
        : new Trend(
            now.absences() - then.absences(), days, 100 * then.absences() / then.enrolledDays());
  }

  private static Set<SchoolId> schools(List<Profile> students, Target target) {
    Set<SchoolId> schools = new HashSet<>();
    for (Profile student : students) {
      SchoolId school = student.school();
      if (school != null) {
        schools.add(school);
      }
      SchoolId next = target.school(student);
      if (next != null) {
        schools.add(next);
      }
    }
    return schools;
  }

  private static Figures figures(AttendanceRate rate, SchoolId school) {
    return new Figures(rate.student(), school, rate.absences(), rate.enrolledDays(), rate.band());
  }

  private record Attended(StudentId student, SchoolId school) {
    static Attended of(AttendanceRate rate) {
      return new Attended(rate.student(), rate.school());
    }
  }
}
