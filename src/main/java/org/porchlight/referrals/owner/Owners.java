package org.porchlight.referrals.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.CaseView;
import org.porchlight.referrals.SchoolRoles;
import org.porchlight.referrals.loop.TakenOn;
import org.springframework.stereotype.Component;

/** Whose turn it is, at each level. The first of a list owns the barrier, the others see it too. */
@Component
public class Owners {

  private static final int TEAM = 1;
  private static final int DISTRICT = 2;

  private final SchoolRoles roles;

  Owners(SchoolRoles roles) {
    this.roles = roles;
  }

  /** Who chooses, asks for consent and calls: those on call where it cannot wait. */
  public List<OwnerGroup> choosers(TakenOn taken) {
    CaseView about = taken.about();
    List<OwnerGroup> groups = new ArrayList<>();
    if (taken.help().withTeam()) {
      groups.add(about.team());
    } else if (taken.help().urgent()) {
      groups.addAll(roles.onCall(about.district()));
    }
    groups.add(about.coordinators());
    return groups;
  }

  /** Who acts at school; the coordinators see that they are asked. */
  List<OwnerGroup> actors(TakenOn taken) {
    CaseView about = taken.about();
    OwnerGroup people =
        roles.ownersOf(
            about.district(), about.school(), Objects.requireNonNull(taken.help().role(), "role"));
    return people.equals(about.coordinators())
        ? List.of(people)
        : List.of(people, about.coordinators());
  }

  /** The people above: with each level more of them see it. */
  public List<OwnerGroup> above(CaseView about, int level) {
    List<OwnerGroup> groups = new ArrayList<>();
    if (level >= DISTRICT) {
      groups.add(OwnerGroup.coordinators(about.district()));
    }
    if (level >= TEAM) {
      groups.add(about.team());
    }
    OwnerGroup everybody = OwnerGroup.team(about.district());
    if (level > DISTRICT && !groups.contains(everybody)) {
      groups.add(everybody);
    }
    return groups;
  }

  /** As the engine keeps them. */
  public static List<String> texts(List<OwnerGroup> groups) {
    return groups.stream().map(OwnerGroup::text).toList();
  }
}
