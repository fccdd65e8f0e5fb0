package org.porchlight.access.internal;

import java.util.Set;
import java.util.regex.Pattern;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;

/** What every new user must fulfil. The messages hold nothing that was entered. */
final class NewUserRules {

  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");
  private static final int SHORTEST_PASSWORD = 8;

  private NewUserRules() {}

  static void check(NewUser user) {
    require(
        USERNAME.matcher(user.username()).matches(),
        "The user name needs 2 to 64 letters, digits or . _ @ -, and starts with a letter or digit");
    require(
        user.password().length() >= SHORTEST_PASSWORD,
        "The password needs at least " + SHORTEST_PASSWORD + " characters");
    require(!user.displayName().isBlank(), "The name that others see is missing");
    require(!user.roles().isEmpty(), "Give the user at least one role");
    require(
        user.district() != null || user.roles().contains(Role.ADMINISTRATOR),
        "Only an administrator may be without a district");
    if (user.roles().contains(Role.VISITOR)) {
      checkVisitor(user.duties());
    }
  }

  static void checkVisitor(Set<Duty> duties) {
    require(
        duties.isEmpty(),
        "Somebody with a truancy, court or police duty cannot be a visitor:"
            + " give the role to somebody else (I11)");
  }

  private static void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
