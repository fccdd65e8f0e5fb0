package org.porchlight.identification.internal;

import java.util.Collections;
import org.porchlight.access.Actor;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.access.Role;
import org.porchlight.identification.DecisionRefused;
import org.springframework.security.access.AccessDeniedException;

/** Who may decide about a family (I8, I11). */
final class DecisionScope {

  private DecisionScope() {}

  static void requireDecision(Actor by, FamilyFile file) {
    if (by.enforces()) {
      throw DecisionRefused.because(DecisionRefused.Code.DUTY);
    }
    if (!by.has(Role.COORDINATOR)) {
      throw DecisionRefused.because(DecisionRefused.Code.NOT_A_COORDINATOR);
    }
    if (!covers(by, file)) {
      throw new AccessDeniedException("This family is at none of your schools");
    }
  }

  static boolean covers(Actor actor, FamilyFile file) {
    return file.district().equals(actor.district())
        && (actor.districtWide() || !Collections.disjoint(actor.schools(), file.schools()));
  }
}
