package org.porchlight.messaging.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.PublicAddress;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The addresses of this application, known only once its server listens: ask late. */
@Component
public class OwnAddress implements PublicAddress {

  private final MessagingSettings settings;
  private final Environment environment;
  private volatile @Nullable String known;

  OwnAddress(MessagingSettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /** Where the provider reaches us, without a slash at the end. */
  @Override
  public String publicBase() {
    URI configured = settings.publicBaseUrl();
    return configured == null ? local() : withoutSlash(configured.toString());
  }

  /** An address of the provider's API: a path alone is on this server. */
  public String providerBase() {
    return at(settings.twilio().baseUrl());
  }

  /** An address as configured: a path alone is on this server. */
  public String at(String base) {
    return withoutSlash(base.startsWith("/") ? local() + base : base);
  }

  private String local() {
    String at = known;
    if (at == null) {
      at = ask();
      // Only a port that the server has is sure; a configured one may be 0.
      known = environment.getProperty("local.server.port") == null ? null : at;
    }
    return at;
  }

  private String ask() {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://127.0.0.1:" + port;
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
