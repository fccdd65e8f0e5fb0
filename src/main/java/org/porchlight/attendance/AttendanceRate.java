package org.porchlight.attendance;

import java.time.LocalDate;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/**
 * A student's absences at one school in one school year (C.G.S. 10-198c: excused, unexcused and
 * disciplinary, of the days enrolled at that school).
 */
public record AttendanceRate(
    StudentId student, SchoolId school, LocalDate asOf, int absences, int enrolledDays, Band band) {

  /** Attendance Works bands; chronic is 10 x absences >= enrolled days. */
  public enum Band {
    /** Fewer than 10 days enrolled (setting). */
    TOO_EARLY,
    SATISFACTORY,
    AT_RISK,
    MODERATE_CHRONIC,
    SEVERE_CHRONIC
  }
}
