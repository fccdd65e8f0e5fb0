package org.porchlight.access;

import java.util.Set;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/**
 * The one place that decides whether somebody may open a family's file, and writes the audit row
 * when they do (I8). Every page, endpoint and export that shows one family passes here, once.
 */
public interface FileGate {

  /**
   * Opens a file for the signed-in person: one audit row of one read.
   *
   * @return what of it they may see
   * @throws org.springframework.security.access.AccessDeniedException when it lies outside their
   *     scope; that is an audit row too
   */
  Opened open(FamilyFile file, Channel channel);

  /**
   * Where a family belongs. {@code schools} is empty for students without a school: those are seen
   * at district scope only.
   */
  record FamilyFile(FamilyId family, DistrictId district, Set<SchoolId> schools) {}

  /** How the file was read. */
  enum Channel {
    PAGE,
    API,
    EXPORT
  }

  /**
   * {@code homeRevealed}: a visitor sees address and history only after the family's yes; staff
   * always.
   */
  record Opened(boolean homeRevealed) {}
}
