package org.porchlight.referrals.role;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Role;
import org.porchlight.access.UserLeft;
import org.porchlight.access.Users;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.referrals.SchoolRoles;
import org.porchlight.referrals.role.NamedPeople.Named;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names people, and reads who was named. */
@Component
@Transactional
public class StoredSchoolRoles implements SchoolRoles {

  private static final int LONGEST = 500;

  private final NamedPeople named;
  private final Users users;
  private final MessageSource words;
  private final Clock clock;

  StoredSchoolRoles(NamedPeople named, Users users, MessageSource words, Clock clock) {
    this.named = named;
    this.users = users;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Everybody who is named in a district.
   *
   * @param school null: the whole district
   */
  public record Holder(@Nullable SchoolId school, SchoolRole role, Actor person) {}

  @Transactional(readOnly = true)
  public List<Holder> holders(DistrictId district) {
    return named.ofDistrict(district).stream()
        .flatMap(
            each ->
                users
                    .find(each.user())
                    .map(person -> new Holder(each.school(), each.role(), person))
                    .stream())
        .toList();
  }

  @Transactional(readOnly = true)
  public List<Actor> peopleOnCall(DistrictId district) {
    return named.onCall(district).stream().flatMap(user -> users.find(user).stream()).toList();
  }

  /** Who may be named: they may open the files there anyway, and enforce nothing. */
  @Transactional(readOnly = true)
  public List<Actor> eligible(DistrictId district, @Nullable SchoolId school) {
    return users.ofDistrict(district).stream()
        .filter(person -> !person.enforces())
        .filter(
            person ->
                person.has(Role.ADMINISTRATOR)
                    || (person.has(Role.COORDINATOR) || person.has(Role.TEAM))
                        && (person.districtWide()
                            || school != null && person.schools().contains(school)))
        .toList();
  }

  /**
   * @throws IllegalArgumentException for somebody who is not {@link #eligible}: nothing changes
   */
  public void name(
      DistrictId district, @Nullable SchoolId school, SchoolRole role, UserId person, UserId by) {
    requireEligible(district, school, person);
    named.name(district, new Named(school, role, person), by, clock.instant());
  }

  public void unname(
      DistrictId district, @Nullable SchoolId school, SchoolRole role, UserId person) {
    named.unname(district, new Named(school, role, person));
  }

  /**
   * @throws IllegalArgumentException for somebody who does not see the whole district
   */
  public void putOnCall(DistrictId district, UserId person, UserId by) {
    requireEligible(district, null, person);
    named.putOnCall(district, person, by, clock.instant());
  }

  public void takeOffCall(DistrictId district, UserId person) {
    named.takeOffCall(district, person);
  }

  /**
   * @throws IllegalArgumentException where they are empty or too long
   */
  public void outOfHours(DistrictId district, String text, UserId by) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("Write up to " + LONGEST + " characters");
    }
    named.outOfHours(district, text.strip(), by, clock.instant());
  }

  private void requireEligible(DistrictId district, @Nullable SchoolId school, UserId person) {
    if (eligible(district, school).stream().noneMatch(each -> each.id().equals(person))) {
      throw new IllegalArgumentException(
          "Choose somebody who sees the families there and has no enforcing duty");
    }
  }

  @Override
  @Transactional(readOnly = true)
  public OwnerGroup ownersOf(DistrictId district, @Nullable SchoolId school, SchoolRole role) {
    List<Named> all =
        named.ofDistrict(district).stream().filter(each -> each.role() == role).toList();
    if (school != null && all.stream().anyMatch(each -> school.equals(each.school()))) {
      return OwnerGroup.role(school, role.code());
    }
    if (all.stream().anyMatch(each -> each.school() == null)) {
      return OwnerGroup.role(district, role.code());
    }
    return school == null ? OwnerGroup.coordinators(district) : OwnerGroup.coordinators(school);
  }

  @Override
  @Transactional(readOnly = true)
  public List<OwnerGroup> onCall(DistrictId district) {
    return named.onCall(district).isEmpty() ? List.of() : List.of(OwnerGroup.onCall(district));
  }

  @Override
  @Transactional(readOnly = true)
  public Set<OwnerGroup> groupsOf(Actor actor) {
    Set<OwnerGroup> groups = new LinkedHashSet<>();
    DistrictId district = actor.district();
    if (district == null || actor.enforces()) {
      return groups;
    }
    for (Named each : named.ofDistrict(district)) {
      if (each.user().equals(actor.id())) {
        SchoolId school = each.school();
        groups.add(
            school == null
                ? OwnerGroup.role(district, each.role().code())
                : OwnerGroup.role(school, each.role().code()));
      }
    }
    if (named.onCall(district).contains(actor.id())) {
      groups.add(OwnerGroup.onCall(district));
    }
    return groups;
  }

  @Override
  @Transactional(readOnly = true)
  public String outOfHours(DistrictId district) {
    return named
        .outOfHours(district)
        .orElseGet(() -> words.getMessage("help.outOfHours.usual", null, Locale.ENGLISH));
  }

  @EventListener
  void on(UserLeft left) {
    named.forget(left.user());
  }
}
