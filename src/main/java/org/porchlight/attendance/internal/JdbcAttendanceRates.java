package org.porchlight.attendance.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement over enrolments, calendar, terms and events: see rates.sql for the rules. */
@Repository
class JdbcAttendanceRates implements AttendanceRates {

  private final JdbcClient jdbc;
  private final StateRules rules;
  private final Schools schools;
  private final String sql = SqlText.of("rates.sql");

  JdbcAttendanceRates(JdbcClient jdbc, StateRules rules, Schools schools) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.schools = schools;
  }

  @Override
  public Optional<LocalDate> latestDate(DistrictId district) {
    return Optional.ofNullable(
        jdbc.sql("select max(day) from attendance.event where district_id = ?")
            .param(district.value())
            .query(LocalDate.class)
            .optional()
            .orElse(null));
  }

  @Override
  public Map<SchoolId, LocalDate> latestDates(DistrictId district) {
    Map<SchoolId, LocalDate> newest = new HashMap<>();
    jdbc.sql(
            "select school_id, max(day) as day from attendance.event where district_id = ? group by school_id")
        .param(district.value())
        .query(
            row -> {
              newest.put(
                  new SchoolId(row.getObject("school_id", UUID.class)),
                  row.getObject("day", LocalDate.class));
            });
    return newest;
  }

  @Override
  public List<AttendanceRate> ofDistrict(DistrictId district, LocalDate asOf) {
    return rates(district, null, null, asOf);
  }

  @Override
  public List<AttendanceRate> ofSchool(SchoolId school, LocalDate asOf) {
    return schools
        .find(school)
        .map(found -> rates(found.district(), school, null, asOf))
        .orElse(List.of());
  }

  @Override
  public List<AttendanceRate> ofStudent(StudentId student, LocalDate asOf) {
    return jdbc.sql("select district_id from roster.student_keys where id = ?")
        .param(student.value())
        .query(UUID.class)
        .optional()
        .map(district -> rates(new DistrictId(district), null, student, asOf))
        .orElse(List.of());
  }

  private List<AttendanceRate> rates(
      DistrictId district, @Nullable SchoolId school, @Nullable StudentId student, LocalDate asOf) {
    StateRules.StateRule rule = rules.of(district);
    LocalDate from = rule.yearBegins(asOf);
    return jdbc.sql(sql)
        .param("district", district.value())
        .param("school", school == null ? null : school.value(), java.sql.Types.OTHER)
        .param("student", student == null ? null : student.value(), java.sql.Types.OTHER)
        .param("state", rule.state())
        .param("from", from)
        .param("until", from.plusYears(1).minusDays(1))
        .param("asOf", asOf)
        .query(
            (row, n) ->
                new AttendanceRate(
                    new StudentId(row.getObject("student_id", UUID.class)),
                    new SchoolId(row.getObject("school_id", UUID.class)),
                    asOf,
                    row.getInt("absences"),
                    row.getInt("enrolled"),
                    AttendanceRate.Band.valueOf(row.getString("band"))))
        .list();
  }
}
