package org.porchlight.roster.accounts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.access.Actor;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Districts.District;
import org.porchlight.roster.Schools;
import org.porchlight.roster.Schools.School;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;

/**
 * Districts and accounts as administrators add them. The administrator of the installation, who has
 * no district, sees and adds all; one of a district only their own. All throw {@link
 * AccountProblem}, and then nothing has changed.
 */
@Service
public class Accounts {

  private static final int LONGEST_NAME = 200;

  private final Districts districts;
  private final Schools schools;
  private final Users users;

  Accounts(Districts districts, Schools schools, Users users) {
    this.districts = districts;
    this.schools = schools;
    this.users = users;
  }

  public List<District> districts(Actor by) {
    mustAdministrate(by);
    return districts.all().stream()
        .filter(one -> by.district() == null || one.id().equals(by.district()))
        .toList();
  }

  /**
   * @param zone an IANA name: of the district's families
   * @param state two letters
   */
  public DistrictId addDistrict(Actor by, String name, String zone, String state) {
    mustAdministrate(by);
    if (by.district() != null) {
      throw AccountProblem.notOfInstallation();
    }
    String named = name.strip();
    require(
        !named.isEmpty() && named.length() <= LONGEST_NAME,
        "The name needs 1 to " + LONGEST_NAME + " characters");
    require(
        ZoneId.getAvailableZoneIds().contains(zone.strip()),
        "The time zone is not known: give its IANA name, such as America/New_York");
    require(state.strip().matches("[A-Za-z]{2}"), "The state is two letters, such as CT");
    require(
        districts.all().stream().noneMatch(one -> one.name().equalsIgnoreCase(named)),
        "There is a district of this name already: use it, or give this one another name");
    return districts.add(
        named, ZoneId.of(zone.strip()), state.strip().toUpperCase(java.util.Locale.ROOT));
  }

  /** By name; of the administrator of the installation, everybody's. */
  public List<Actor> users(Actor by) {
    List<Actor> seen = new ArrayList<>();
    districts(by).forEach(one -> seen.addAll(users.ofDistrict(one.id())));
    if (by.district() == null) {
      seen.addAll(users.withoutDistrict());
    }
    return seen;
  }

  public List<School> schools(Actor by) {
    return districts(by).stream().flatMap(one -> schools.ofDistrict(one.id()).stream()).toList();
  }

  /** Who enforces attendance is no visitor (I11). */
  public UserId addUser(Actor by, NewUser user) {
    DistrictId district = user.district();
    List<District> mine = districts(by);
    if (district == null && by.district() != null
        || district != null && mine.stream().noneMatch(one -> one.id().equals(district))) {
      throw AccountProblem.unknownDistrict();
    }
    if (district != null) {
      mustBeAt(district, user);
    }
    try {
      return users.add(user);
    } catch (IllegalArgumentException broken) {
      throw AccountProblem.wrong(String.valueOf(broken.getMessage()));
    }
  }

  /** Ends an account of the administrator's own scope; nobody ends their own. */
  public void leave(Actor by, UserId user) {
    require(!by.id().equals(user), "Nobody ends their own account: ask another administrator");
    require(
        users(by).stream().anyMatch(one -> one.id().equals(user)),
        "There is no such account here: read the list again");
    users.leave(user);
  }

  private void mustBeAt(DistrictId district, NewUser user) {
    Set<SchoolId> known =
        schools.ofDistrict(district).stream().map(School::id).collect(Collectors.toSet());
    require(
        known.containsAll(user.schools()),
        "A school is not one of this district: give the id of one that is");
    require(
        user.districtWide()
            || !user.schools().isEmpty()
            || user.roles().equals(Set.of(Role.ADMINISTRATOR)),
        "Say where the person works: give at least one school, or the whole district");
  }

  private static void mustAdministrate(Actor by) {
    if (!by.has(Role.ADMINISTRATOR)) {
      throw AccountProblem.notAllowed();
    }
  }

  private static void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw AccountProblem.wrong(otherwise);
    }
  }
}
