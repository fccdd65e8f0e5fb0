package org.porchlight.embedded.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Gives an installation without the demo district its first account, {@code admin}, with the
 * password of {@code porchlight.admin-password}, or one that is made and shown once on the
 * terminal.
 */
@Component
@Profile("!test")
class FirstAdministrator implements ApplicationRunner {

  private static final String NAME = "admin";

  private final Users users;
  private final Environment environment;

  FirstAdministrator(Users users, Environment environment) {
    this.users = users;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    boolean embedded = environment.acceptsProfiles(Profiles.of("embedded"));
    boolean demo = environment.getProperty("porchlight.demo", Boolean.class, embedded);
    if (demo || users.named(NAME).isPresent()) {
      return;
    }
    String chosen = environment.getProperty("porchlight.admin-password", "");
    String password = chosen.isBlank() ? random() : chosen;
    users.add(
        new NewUser(
            NAME,
            password,
            "Administrator",
            null,
            true,
            Set.of(),
            Set.of(Role.ADMINISTRATOR),
            Set.of()));
    if (chosen.isBlank()) {
      System.out.printf(
          "%nThe account admin was made with the password %s%nIt is shown this once.%n", password);
    }
  }

  private static String random() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
