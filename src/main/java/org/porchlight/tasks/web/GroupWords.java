package org.porchlight.tasks.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Users;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.roster.Schools;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words who a group is, for whoever has opened the family's file. */
@Component
class GroupWords {

  private static final List<String> KNOWN = List.of("coordinator", "team", "on-call");

  private final Schools schools;
  private final Users users;
  private final MessageSource words;

  GroupWords(Schools schools, Users users, MessageSource words) {
    this.schools = schools;
    this.users = users;
    this.words = words;
  }

  String of(OwnerGroup group) {
    List<String> parts = List.of(group.text().split(":", -1));
    UUID id = UUID.fromString(parts.get(1));
    Optional<String> named = SchoolRole.of(parts.getLast()).map(this::named);
    if (named.isPresent()) {
      return parts.getFirst().equals("school") ? named.get() + ", " + school(id) : named.get();
    }
    return switch (parts.getFirst()) {
      case "visitor" -> users.find(new UserId(id)).map(Actor::displayName).orElse("");
      case "school" -> text("families.group.school.", role(parts), school(id));
      default -> text("families.group.district.", role(parts), "");
    };
  }

  private String named(SchoolRole role) {
    return words.getMessage("help.role." + role, null, Locale.US);
  }

  private static String role(List<String> parts) {
    String role = parts.getLast();
    return KNOWN.contains(role) ? role : "other";
  }

  private String school(UUID id) {
    return schools.find(new SchoolId(id)).map(Schools.School::name).orElse("");
  }

  private String text(String prefix, String role, String place) {
    return words.getMessage(prefix + role, new Object[] {place}, Locale.US);
  }
}
