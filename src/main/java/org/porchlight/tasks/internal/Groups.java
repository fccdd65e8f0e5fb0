package org.porchlight.tasks.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Role;
import org.porchlight.referrals.SchoolRoles;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** Whose tasks somebody sees and may do (I8): the groups that their roles and scope put them in. */
@Component
public class Groups {

  private final Schools schools;
  private final Districts districts;
  private final SchoolRoles roles;

  Groups(Schools schools, Districts districts, SchoolRoles roles) {
    this.schools = schools;
    this.districts = districts;
    this.roles = roles;
  }

  /** As {@link OwnerGroup} texts. */
  public Set<String> of(Actor actor) {
    Set<String> groups = new TreeSet<>();
    boolean administrator = actor.has(Role.ADMINISTRATOR);
    if (administrator || actor.has(Role.COORDINATOR) || actor.has(Role.TEAM)) {
      boolean coordinator = administrator || actor.has(Role.COORDINATOR);
      boolean team = administrator || actor.has(Role.TEAM);
      if (administrator || actor.districtWide()) {
        districtsOf(actor).forEach(district -> addDistrict(groups, district, coordinator, team));
      }
      actor.schools().forEach(school -> addSchool(groups, school, coordinator, team));
    }
    if (actor.has(Role.VISITOR) && !actor.enforces()) {
      groups.add(OwnerGroup.visitor(actor.id()).text());
    }
    roles.groupsOf(actor).forEach(group -> groups.add(group.text()));
    return groups;
  }

  /** An administrator without a district looks after the whole installation. */
  private Set<DistrictId> districtsOf(Actor actor) {
    DistrictId own = actor.district();
    if (own != null) {
      return Set.of(own);
    }
    return actor.has(Role.ADMINISTRATOR)
        ? districts.all().stream().map(Districts.District::id).collect(Collectors.toSet())
        : Set.of();
  }

  private void addDistrict(
      Set<String> groups, DistrictId district, boolean coordinator, boolean team) {
    if (coordinator) {
      groups.add(OwnerGroup.coordinators(district).text());
    }
    if (team) {
      groups.add(OwnerGroup.team(district).text());
    }
    schools
        .ofDistrict(district)
        .forEach(school -> addSchool(groups, school.id(), coordinator, team));
  }

  private static void addSchool(
      Set<String> groups, SchoolId school, boolean coordinator, boolean team) {
    if (coordinator) {
      groups.add(OwnerGroup.coordinators(school).text());
    }
    if (team) {
      groups.add(OwnerGroup.team(school).text());
    }
  }
}
