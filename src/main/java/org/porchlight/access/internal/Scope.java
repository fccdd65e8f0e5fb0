package org.porchlight.access.internal;

import java.util.Collections;
import java.util.Optional;
import org.porchlight.access.Actor;
import org.porchlight.access.Assignments;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.access.FileGate.Opened;
import org.porchlight.access.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who may open which family (I8). Staff see the families of their schools, the whole district where
 * their scope says so; a visitor sees the families assigned. Everything else is no.
 */
@Component
class Scope {

  private final ObjectProvider<Assignments> assignments;

  Scope(ObjectProvider<Assignments> assignments) {
    this.assignments = assignments;
  }

  /** Empty: the file stays closed. */
  Optional<Opened> decide(Actor actor, FamilyFile file) {
    if (staffMayOpen(actor, file)) {
      return Optional.of(new Opened(true));
    }
    if (!actor.has(Role.VISITOR) || actor.enforces() || !file.district().equals(actor.district())) {
      return Optional.empty();
    }
    return assignments
        .orderedStream()
        .filter(each -> each.assigned(actor.id(), file.family()))
        .findFirst()
        .map(each -> new Opened(each.homeRevealed(actor.id(), file.family())));
  }

  private static boolean staffMayOpen(Actor actor, FamilyFile file) {
    if (actor.has(Role.ADMINISTRATOR)) {
      // Without a district: the administrator of the whole installation.
      return actor.district() == null || file.district().equals(actor.district());
    }
    if (!actor.has(Role.COORDINATOR) && !actor.has(Role.TEAM)) {
      return false;
    }
    if (!file.district().equals(actor.district())) {
      return false;
    }
    return actor.districtWide() || !Collections.disjoint(actor.schools(), file.schools());
  }
}
