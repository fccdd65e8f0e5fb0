package org.porchlight.tasks.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Users;
import org.porchlight.roster.Schools;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words who a group is, for whoever has opened the family's file. */
@Component
class GroupWords {

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
    return switch (parts.getFirst()) {
      case "visitor" -> users.find(new UserId(id)).map(Actor::displayName).orElse("");
      case "school" -> text("families.group.school.", parts.getLast(), school(id));
      default -> text("families.group.district.", parts.getLast(), "");
    };
  }

  private String school(UUID id) {
    return schools.find(new SchoolId(id)).map(Schools.School::name).orElse("");
  }

  /** A role that has no words of its own is staff. */
  private String text(String prefix, String role, String place) {
    Object[] where = {place};
    String found = words.getMessage(prefix + role, where, null, Locale.US);
    return found != null ? found : words.getMessage(prefix + "other", where, Locale.US);
  }
}
