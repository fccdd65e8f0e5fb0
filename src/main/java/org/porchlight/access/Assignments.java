package org.porchlight.access;

import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/** Implemented by the module that assigns visitors: which families a visitor may open. */
public interface Assignments {

  /** The visitor is, now, one of the two of an open case of this family. */
  boolean assigned(UserId visitor, FamilyId family);

  /** And the family has said yes: address and history may be shown. */
  boolean homeRevealed(UserId visitor, FamilyId family);
}
