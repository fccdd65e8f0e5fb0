package org.porchlight.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;

/** Which days count where. */
public interface SchoolCalendars {

  /** The zone of a district's families, for send windows and due dates. */
  ZoneId zone(DistrictId district);

  /**
   * Whether staff work and texts may go on this day: a weekday that is no holiday of the calendar.
   * School null: the district's.
   */
  boolean schoolDay(DistrictId district, @Nullable SchoolId school, LocalDate day);

  /** The n-th school day after {@code from} (n >= 1). */
  default LocalDate plusSchoolDays(
      DistrictId district, @Nullable SchoolId school, LocalDate from, int n) {
    LocalDate day = from;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      if (schoolDay(district, school, day) || day.isAfter(from.plusDays(120))) {
        left--;
      }
    }
    return day;
  }
}
