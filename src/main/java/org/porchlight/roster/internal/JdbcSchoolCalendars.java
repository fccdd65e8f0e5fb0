package org.porchlight.roster.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Districts;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSchoolCalendars implements SchoolCalendars {

  private final JdbcClient jdbc;
  private final Districts districts;

  JdbcSchoolCalendars(JdbcClient jdbc, Districts districts) {
    this.jdbc = jdbc;
    this.districts = districts;
  }

  @Override
  public ZoneId zone(DistrictId district) {
    return districts
        .find(district)
        .map(Districts.District::zone)
        .orElseThrow(() -> new IllegalArgumentException("No district " + district));
  }

  /** A day that no calendar names counts: an incomplete calendar must not stop the work. */
  @Override
  public boolean schoolDay(DistrictId district, @Nullable SchoolId school, LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return false;
    }
    return jdbc.sql(
            """
            select coalesce(bool_or(instructional), true) from roster.calendar_day
            where district_id = :district and day = :day and (cast(:school as uuid) is null or school_id = :school)
            """)
        .param("district", district.value())
        .param("day", day)
        .param("school", school == null ? null : school.value(), java.sql.Types.OTHER)
        .query(Boolean.class)
        .single();
  }
}
