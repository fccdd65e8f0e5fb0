package org.porchlight.tasks.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who can be asked to do what a team decides: the team, its coordinators, and each of them. */
@Component
public class DecisionOwners {

  private static final String PERSON = "user:";

  private final Users users;
  private final MessageSource words;

  DecisionOwners(Users users, MessageSource words) {
    this.users = users;
    this.words = words;
  }

  /**
   * @param code as the form sends it: a group's text, or {@code user:} and a person's id
   */
  public record Choice(String code, String name) {}

  /** Exactly one of the two. */
  record Owner(@Nullable UserId person, @Nullable String group) {}

  /** The groups first, then the people by name; nobody who only visits. */
  List<Choice> of(Team team) {
    List<Choice> all = new ArrayList<>();
    team.groups().forEach(group -> all.add(new Choice(group, group(group))));
    users.ofDistrict(team.district()).stream()
        .filter(DecisionOwners::staff)
        .filter(actor -> within(team.school(), actor))
        .sorted(Comparator.comparing(Actor::displayName))
        .forEach(actor -> all.add(new Choice(PERSON + actor.id(), actor.displayName())));
    return all;
  }

  /** Empty where this team cannot ask them. */
  Optional<Owner> find(Team team, String code) {
    return of(team).stream()
        .filter(choice -> choice.code().equals(code))
        .findFirst()
        .map(
            choice ->
                code.startsWith(PERSON)
                    ? new Owner(new UserId(UUID.fromString(code.substring(PERSON.length()))), null)
                    : new Owner(null, code));
  }

  String name(Decision decision) {
    UserId owner = decision.owner();
    String group = decision.ownerGroup();
    if (owner != null) {
      return users.find(owner).map(Actor::displayName).orElse("?");
    }
    return group == null ? "?" : group(group);
  }

  private String group(String text) {
    boolean team = text.endsWith(":team");
    return words.getMessage("meetings.owner." + (team ? "team" : "coordinators"), null, Locale.US);
  }

  private static boolean staff(Actor actor) {
    return actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR);
  }

  private static boolean within(@Nullable SchoolId school, Actor actor) {
    return actor.districtWide() || (school != null && actor.schools().contains(school));
  }
}
