package org.porchlight.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/** What rules need of all students of a district at once. No names; never for a page as it is. */
public interface StudentProfiles {

  /** The students of the roster who belong to a family, as of this day. */
  List<Profile> ofDistrict(DistrictId district, LocalDate today);

  /**
   * @param grade as the roster writes it
   * @param homeLanguage BCP 47
   * @param next where the student is enrolled from a later day on
   */
  record Profile(
      StudentId student,
      FamilyId family,
      @Nullable SchoolId school,
      @Nullable String grade,
      @Nullable String homeLanguage,
      Set<Need> needs,
      @Nullable Next next) {}

  /** An enrolment still to begin. */
  record Next(SchoolId school, LocalDate enters, @Nullable String grade) {}

  /**
   * A fact that may make support more urgent. Who may be told which is for the module that shows
   * it: {@link #confidential()} ones are for few.
   */
  enum Need {
    ENGLISH_LEARNER(false),
    /** Eligibility is confidential by the school lunch law. */
    FREE_OR_REDUCED_LUNCH(true),
    /** McKinney-Vento: the living situation is a confidential education record. */
    HOMELESS(true),
    FOSTER(true);

    private final boolean confidential;

    Need(boolean confidential) {
      this.confidential = confidential;
    }

    public boolean confidential() {
      return confidential;
    }
  }
}
