package org.porchlight.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/** How much school students miss, by the rules of their state. */
public interface AttendanceRates {

  /** The newest date with an attendance event of the district. */
  Optional<LocalDate> latestDate(DistrictId district);

  /** The same for each school that has any. */
  Map<SchoolId, LocalDate> latestDates(DistrictId district);

  /**
   * One rate per student and school of the school year that contains {@code asOf}; students without
   * enrolment or event have none.
   */
  List<AttendanceRate> ofDistrict(DistrictId district, LocalDate asOf);

  List<AttendanceRate> ofStudent(StudentId student, LocalDate asOf);

  List<AttendanceRate> ofSchool(SchoolId school, LocalDate asOf);
}
