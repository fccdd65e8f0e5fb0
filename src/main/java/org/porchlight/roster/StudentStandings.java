package org.porchlight.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/** Where students stand in the roster. No names. */
public interface StudentStandings {

  /** Students who belong to no family are left out. */
  Map<StudentId, Standing> of(Collection<StudentId> students, LocalDate today);

  /**
   * @param school where the student is, or was last
   * @param here the roster has the student, with an enrolment that has not ended or none at all
   * @param next an enrolment still to begin
   */
  record Standing(
      StudentId student,
      FamilyId family,
      @Nullable SchoolId school,
      boolean here,
      StudentProfiles.@Nullable Next next) {}
}
