package org.porchlight.roster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/**
 * A family as the program knows it. Holds names: for pages and texts, never for logs, events or
 * variables (I6).
 */
public record Family(
    FamilyId id, DistrictId district, List<Student> students, List<Guardian> guardians) {

  /**
   * @param school null where neither an enrolment nor an event names one: seen at district scope
   *     only
   */
  public record Student(
      StudentId id,
      String firstName,
      String lastName,
      @Nullable String grade,
      @Nullable SchoolId school) {}

  /**
   * A contact of the students.
   *
   * @param mayBeContacted false for emergency-only and for restricted contacts
   * @param order the smallest is asked first
   * @param writtenLanguage BCP 47, of texts; null where the roster does not say: then a call task,
   *     never a guess
   * @param spokenLanguage BCP 47, for interpreters
   */
  public record Guardian(
      GuardianId id,
      String firstName,
      String lastName,
      @Nullable String relation,
      boolean mayBeContacted,
      int order,
      @Nullable String writtenLanguage,
      @Nullable String spokenLanguage,
      @Nullable String address,
      List<Phone> phones) {

    /** The number that texts go to, if there is one. */
    public Optional<PhoneNumber> textable() {
      return phones.stream()
          .filter(Phone::textable)
          .map(Phone::number)
          .filter(java.util.Objects::nonNull)
          .findFirst();
    }
  }

  /**
   * @param number null where the number as given is not valid: kept, flagged, never dialled by us
   * @param textable valid, and not a fax, pager or known landline
   */
  public record Phone(
      String asGiven, @Nullable PhoneNumber number, String type, boolean textable) {}

  /** The guardians whom the program may contact, in order. */
  public List<Guardian> contacts() {
    return guardians.stream()
        .filter(Guardian::mayBeContacted)
        .sorted(Comparator.comparingInt(Guardian::order))
        .toList();
  }
}
