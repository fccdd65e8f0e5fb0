package org.porchlight.identification.internal;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.roster.StudentProfiles.Profile;
import org.porchlight.shared.SchoolId;

/**
 * Which students a program looks at. In summer a student counts with the school and grade of the
 * year to come.
 */
final class Target {

  private final ProgramSettings.Targeting targeting;
  private final Set<String> grades;
  private final boolean summer;

  Target(ProgramSettings.Targeting targeting, boolean summer) {
    this.targeting = targeting;
    this.grades = Grades.plain(targeting.transitionGrades());
    this.summer = summer;
  }

  boolean covers(Profile student) {
    return switch (targeting.approach()) {
      case DISTRICT_WIDE -> true;
      case SCHOOLS -> {
        SchoolId school = school(student);
        yield school != null && targeting.schools().contains(school.value());
      }
      case TRANSITION_GRADES -> Grades.in(grades, grade(student));
      case GROUP -> inGroup(student, targeting.group());
    };
  }

  /** The school where the student is, or in summer will be. */
  @Nullable SchoolId school(Profile student) {
    return summer && student.next() != null ? student.next().school() : student.school();
  }

  @Nullable String grade(Profile student) {
    if (!summer) {
      return student.grade();
    }
    return student.next() != null && student.next().grade() != null
        ? student.next().grade()
        : Grades.following(student.grade());
  }

  private static boolean inGroup(Profile student, ProgramSettings.Group group) {
    boolean speaks =
        group.homeLanguage() == null || sameLanguage(group.homeLanguage(), student.homeLanguage());
    boolean takesPart =
        group.program() == null
            || student.needs().stream().anyMatch(need -> need.name().equals(group.program()));
    return speaks && takesPart;
  }

  /** {@code pt} is any Portuguese, {@code pt-BR} only Brazil's. */
  private static boolean sameLanguage(String wanted, @Nullable String spoken) {
    if (spoken == null) {
      return false;
    }
    Locale want = Locale.forLanguageTag(wanted);
    Locale have = Locale.forLanguageTag(spoken);
    return want.getLanguage().equals(have.getLanguage())
        && (want.getCountry().isEmpty() || want.getCountry().equals(have.getCountry()));
  }
}
