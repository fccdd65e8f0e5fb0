package org.porchlight.attendance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.Records;

/**
 * One report of a student's day at a school. A day may have several.
 *
 * @param code what tells two reports of one day apart: session and category of the source; empty
 *     where there is one report a day
 * @param minutesPresent of the day's instructional minutes; null where not told
 * @param minutesMissed of them; null where not told
 * @param partMissed of the day, 0 to 1; null where not told
 */
public record AttendanceEvent(
    String student,
    String school,
    LocalDate day,
    String code,
    AttendanceStatus status,
    @Nullable Integer minutesPresent,
    @Nullable Integer minutesMissed,
    @Nullable BigDecimal partMissed)
    implements CanonicalRecord {

  public static final String KIND = "attendanceEvents";

  /** A day that the source reports whole. */
  public static AttendanceEvent of(
      String student, String school, LocalDate day, AttendanceStatus status) {
    return new AttendanceEvent(student, school, day, "", status, null, null, null);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String key() {
    return CanonicalRecord.key(student, school, day, code);
  }

  @Override
  public List<String> needs() {
    return List.of(Records.STUDENT + ":" + student, Records.SCHOOL + ":" + school);
  }

  /** A file covers each school from its first to its last date there. */
  @Override
  public String scope() {
    return CanonicalRecord.key(school, day);
  }
}
