package org.porchlight.identification.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.internal.Candidate.Absentee;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * The families with a chronically absent student. A student of two schools counts with the school
 * where they missed most.
 */
@Component
class Candidates {

  private final AttendanceRates rates;
  private final Families families;

  Candidates(AttendanceRates rates, Families families) {
    this.rates = rates;
    this.families = families;
  }

  List<Candidate> of(DistrictId district, LocalDate asOf) {
    Map<FamilyId, List<Figures>> byFamily = new HashMap<>();
    for (Figures student : chronic(rates.ofDistrict(district, asOf))) {
      families
          .ofStudent(student.student())
          .ifPresent(
              family -> byFamily.computeIfAbsent(family, id -> new ArrayList<>()).add(student));
    }
    return byFamily.entrySet().stream()
        .map(entry -> candidate(entry.getKey(), entry.getValue()))
        .flatMap(Optional::stream)
        .toList();
  }

  static List<Figures> chronic(List<AttendanceRate> rates) {
    Map<StudentId, Figures> worst = new HashMap<>();
    rates.stream()
        .filter(Candidate::chronic)
        .map(r -> new Figures(r.student(), r.school(), r.absences(), r.enrolledDays(), r.band()))
        .forEach(
            figures ->
                worst.merge(
                    figures.student(),
                    figures,
                    (a, b) -> Candidate.compareRates(a, b) >= 0 ? a : b));
    return List.copyOf(worst.values());
  }

  private Optional<Candidate> candidate(FamilyId id, List<Figures> students) {
    return families
        .find(id)
        .map(
            family ->
                new Candidate(
                    id,
                    families.file(id).schools(),
                    students.stream()
                        .map(s -> new Absentee(s, grade(family, s.student())))
                        .toList()));
  }

  private static @org.jspecify.annotations.Nullable String grade(Family family, StudentId student) {
    for (Family.Student member : family.students()) {
      if (member.id().equals(student)) {
        return member.grade();
      }
    }
    return null;
  }
}
