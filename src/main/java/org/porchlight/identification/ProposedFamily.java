package org.porchlight.identification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/**
 * A family that a run proposes.
 *
 * @param school of the student who missed most
 * @param asOf the last day that the figures count
 * @param score sum of the reasons' points
 */
public record ProposedFamily(
    UUID id,
    FamilyId family,
    @Nullable SchoolId school,
    LocalDate asOf,
    int score,
    List<Figures> students,
    List<Reason> reasons) {

  /** One chronically absent student. */
  public record Figures(
      StudentId student,
      SchoolId school,
      int absences,
      int enrolledDays,
      AttendanceRate.Band band) {

    /** Days missed in percent of the days enrolled, rounded down. */
    public int percent() {
      return enrolledDays == 0 ? 0 : 100 * absences / enrolledDays;
    }
  }

  /**
   * Why the family stands where it stands.
   *
   * @param code page text is message key {@code identification.reason.<code>}
   * @param points what it adds to the score
   * @param numbers the arguments of that text
   */
  public record Reason(String code, int points, List<Integer> numbers) {}
}
