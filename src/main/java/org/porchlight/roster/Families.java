package org.porchlight.roster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.porchlight.access.FileGate;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.StudentId;

/** The families of the roster. */
public interface Families {

  /**
   * For processes and rules that act on a family without showing it: no audit row. Never hand the
   * result to a page.
   */
  Optional<Family> find(FamilyId id);

  /**
   * Whom the program may contact now, of each of these families; one that the roster does not know
   * is not among them. For rules, as {@link #find}.
   */
  Map<FamilyId, Set<GuardianId>> contacts(Collection<FamilyId> families);

  /**
   * BCP 47: what those whom the program may contact speak, of each of these families; a family of
   * whom the roster knows none is not among them. For rules, as {@link #find}.
   */
  Map<FamilyId, Set<String>> spokenLanguages(Collection<FamilyId> families);

  /**
   * Those of the family's students who are 18 or older on that day: what guardians decide about a
   * student's records is then the student's to decide (34 CFR 99.5). One without a date of birth is
   * not among them.
   */
  Set<StudentId> ofAge(FamilyId family, LocalDate on);

  Optional<FamilyId> ofStudent(StudentId student);

  /** Whose contacts have this number on record: for matching only, never shown by itself. */
  List<FamilyId> withPhone(PhoneNumber phone);

  /** What {@link FileGate} needs to know before it opens this family's file. */
  FileGate.FamilyFile file(FamilyId id);

  /** Opens the file for the signed-in person (scope, audit); throws as {@link FileGate#open}. */
  OpenedFamily open(FamilyId id, FileGate.Channel channel);

  /** A file that was opened. */
  record OpenedFamily(Family family, FileGate.Opened opened) {}
}
