package org.porchlight.identification.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.roster.StudentProfiles.Need;

/**
 * Who reads which needs. Free lunch, homelessness and foster care are confidential: all three look
 * the same to whom they are not for, without points, so that nobody can tell one from another.
 */
final class Confidential {

  static final String HIDDEN = "NEEDS";

  private static final Set<String> CODES =
      Stream.of(Need.values())
          .filter(Need::confidential)
          .map(Need::name)
          .collect(Collectors.toSet());

  private Confidential() {}

  static List<ProposedFamily> shown(List<ProposedFamily> families, Actor to) {
    return mayKnow(to) ? families : families.stream().map(Confidential::veiled).toList();
  }

  static boolean mayKnow(Actor actor) {
    return actor.has(Role.COORDINATOR) && actor.districtWide() && !actor.enforces();
  }

  private static ProposedFamily veiled(ProposedFamily family) {
    List<Reason> open = new ArrayList<>();
    for (Reason reason : family.reasons()) {
      if (!CODES.contains(reason.code())) {
        open.add(reason);
      }
    }
    int points = open.stream().mapToInt(Reason::points).sum();
    if (open.size() < family.reasons().size()) {
      open.add(new Reason(HIDDEN, 0, List.of()));
    }
    return new ProposedFamily(
        family.id(),
        family.family(),
        family.school(),
        family.asOf(),
        points,
        family.students(),
        open);
  }
}
