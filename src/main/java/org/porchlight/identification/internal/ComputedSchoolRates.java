package org.porchlight.identification.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.identification.SchoolRates;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ComputedSchoolRates implements SchoolRates {

  private static final int REVIEW_TEAM_PERCENT = 15;

  private final AttendanceRates rates;
  private final Schools schools;

  ComputedSchoolRates(AttendanceRates rates, Schools schools) {
    this.rates = rates;
    this.schools = schools;
  }

  @Override
  @Transactional(readOnly = true)
  public List<SchoolRate> of(DistrictId district) {
    return rates
        .latestDate(district)
        .map(date -> suggest(schools.ofDistrict(district), rates.ofDistrict(district, date)))
        .orElse(List.of());
  }

  static List<SchoolRate> suggest(List<Schools.School> schools, List<AttendanceRate> rates) {
    List<SchoolRate> plain = new ArrayList<>();
    for (Schools.School school : schools) {
      List<AttendanceRate> known =
          rates.stream()
              .filter(rate -> rate.school().equals(school.id()))
              .filter(rate -> rate.band() != AttendanceRate.Band.TOO_EARLY)
              .toList();
      int chronic = (int) known.stream().filter(Candidate::chronic).count();
      plain.add(new SchoolRate(school.id(), school.name(), chronic, known.size(), false));
    }
    plain.sort(
        Comparator.comparing(SchoolRate::percent).reversed().thenComparing(SchoolRate::name));
    boolean any = plain.stream().anyMatch(school -> school.percent() >= REVIEW_TEAM_PERCENT);
    List<SchoolRate> suggested = new ArrayList<>();
    for (SchoolRate school : plain) {
      boolean first = suggested.isEmpty() && school.chronic() > 0;
      suggested.add(
          new SchoolRate(
              school.school(),
              school.name(),
              school.chronic(),
              school.students(),
              any ? school.percent() >= REVIEW_TEAM_PERCENT : first));
    }
    return suggested;
  }
}
