package org.porchlight.identification.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.identification.IdentificationRuns.StaleSchool;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** Whether a school's attendance is new enough to propose families by it. */
@Component
class Freshness {

  static final int SCHOOL_DAYS = 3;

  private final AttendanceRates rates;
  private final Schools schools;
  private final SchoolCalendars calendars;

  Freshness(AttendanceRates rates, Schools schools, SchoolCalendars calendars) {
    this.rates = rates;
    this.schools = schools;
    this.calendars = calendars;
  }

  /**
   * Schools whose newest attendance is older than three school days; those without any are left
   * out.
   */
  List<StaleSchool> stale(DistrictId district, LocalDate today) {
    List<StaleSchool> stale = new ArrayList<>();
    Map<SchoolId, LocalDate> newest = rates.latestDates(district);
    for (Schools.School school : schools.ofDistrict(district)) {
      LocalDate day = newest.get(school.id());
      if (day != null && old(district, school.id(), day, today)) {
        stale.add(new StaleSchool(school.id(), school.name(), day));
      }
    }
    return stale;
  }

  private boolean old(DistrictId district, SchoolId school, LocalDate newest, LocalDate today) {
    int schoolDays = 0;
    for (LocalDate day = newest.plusDays(1);
        !day.isAfter(today) && schoolDays <= SCHOOL_DAYS;
        day = day.plusDays(1)) {
      if (calendars.schoolDay(district, school, day)) {
        schoolDays++;
      }
    }
    return schoolDays > SCHOOL_DAYS;
  }
}
