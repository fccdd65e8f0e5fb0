package org.porchlight.embedded.parts;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/**
 * Outside {@code embedded} and the tests, Porchlight serves real families: it refuses to start
 * without addresses, with the password of the demo, or with the carrier simulator.
 */
final class ServerRules implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String DEMO_PASSWORD = "porchlight";

  /** Addresses of the provider's API. */
  private static final List<String> PROVIDER =
      List.of("porchlight.messaging.twilio.base-url", "porchlight.messaging.lookup.base-url");

  private static final Predicate<String> LOOPBACK =
      Pattern.compile("//(localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1?])(:|/|$)").asPredicate();

  private static final List<String> REQUIRED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "porchlight.kafka.bootstrap-servers",
          "porchlight.engine.grpc-address",
          "porchlight.engine.rest-address");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of("embedded | test"))) {
      check(environment);
    }
  }

  static void check(ConfigurableEnvironment environment) {
    for (String name : REQUIRED) {
      if (environment.getProperty(name, "").isBlank()) {
        throw new StartRefused(
            "The setting " + name + " is missing.",
            "Set it, or start with the profile embedded, which brings its own servers.");
      }
    }
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          if (secret(name) && DEMO_PASSWORD.equals(environment.getProperty(name))) {
            throw new StartRefused(
                "The setting " + name + " holds the password of the demo.",
                "Choose a secret of your own.");
          }
        }
      }
    }
    if (environment.getProperty("porchlight.demo", Boolean.class, false)) {
      throw new StartRefused(
          "The demo district does not exist outside the profile embedded.",
          "Remove the setting porchlight.demo.");
    }
    for (String name : PROVIDER) {
      String address = environment.getProperty(name, "");
      if (onThisMachine(address)) {
        throw new StartRefused(
            "The setting " + name + " leads to the simulator, or to this machine: " + address + ".",
            "Remove it, so that Porchlight asks Twilio.");
      }
    }
  }

  private static boolean onThisMachine(String address) {
    return address.startsWith("/") || address.contains("/simulator") || LOOPBACK.test(address);
  }

  private static boolean secret(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return lower.contains("password") || lower.contains("secret") || lower.contains("token");
  }
}
