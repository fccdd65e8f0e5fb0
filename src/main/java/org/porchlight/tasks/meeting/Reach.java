package org.porchlight.tasks.meeting;

import java.util.Collections;
import java.util.Set;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.access.Role;
import org.porchlight.roster.Families;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.internal.Groups;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What of the meetings the signed-in person may see (I8): their teams', and families in scope. */
@Component
class Reach {

  private final CurrentActor current;
  private final Groups groups;
  private final Families families;

  Reach(CurrentActor current, Groups groups, Families families) {
    this.current = current;
    this.groups = groups;
    this.families = families;
  }

  Actor reader() {
    return current.get();
  }

  /** As {@code OwnerGroup} texts. */
  Set<String> groups() {
    return groups.of(current.get());
  }

  boolean sees(Team team) {
    Actor actor = current.get();
    return staff(actor) && !Collections.disjoint(groups.of(actor), team.groups());
  }

  /** Throws {@link AccessDeniedException} where the team is none of the reader's. */
  void require(Team team) {
    if (!sees(team)) {
      throw new AccessDeniedException("This meeting is of none of your teams");
    }
  }

  /** Throws likewise; for a team that is not set up yet. */
  void requireGroup(String group) {
    Actor actor = current.get();
    String coordinators = group.replaceFirst(":team$", ":coordinator");
    Set<String> own = groups.of(actor);
    if (!staff(actor) || !(own.contains(group) || own.contains(coordinators))) {
      throw new AccessDeniedException("This team is none of yours");
    }
  }

  /** Whether a line may name this family: the same people may open its file. */
  boolean mayName(FamilyId family) {
    Actor actor = current.get();
    FamilyFile file = families.file(family);
    DistrictId own = actor.district();
    if (actor.has(Role.ADMINISTRATOR)) {
      return own == null || own.equals(file.district());
    }
    return staff(actor)
        && file.district().equals(own)
        && (actor.districtWide() || !Collections.disjoint(actor.schools(), file.schools()));
  }

  private static boolean staff(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR);
  }
}
