package org.porchlight.roster;

import java.util.Optional;
import org.porchlight.access.FileGate;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;

/** The families of the roster. */
public interface Families {

  /**
   * For processes and rules that act on a family without showing it: no audit row. Never hand the
   * result to a page.
   */
  Optional<Family> find(FamilyId id);

  Optional<FamilyId> ofStudent(StudentId student);

  /** What {@link FileGate} needs to know before it opens this family's file. */
  FileGate.FamilyFile file(FamilyId id);

  /** Opens the file for the signed-in person (scope, audit); throws as {@link FileGate#open}. */
  OpenedFamily open(FamilyId id, FileGate.Channel channel);

  /** A file that was opened. */
  record OpenedFamily(Family family, FileGate.Opened opened) {}
}
