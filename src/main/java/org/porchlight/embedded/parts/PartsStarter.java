package org.porchlight.embedded.parts;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts the parts before the application's own beans, which then find their addresses in the
 * configuration; stops them after the last bean is gone. Only with the profile {@code embedded}.
 */
final class PartsStarter implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of("embedded"))) {
      return;
    }
    EmbeddedSettings settings =
        Binder.get(environment).bindOrCreate("porchlight.embedded", EmbeddedSettings.class);
    Path folder = Path.of(environment.getProperty("porchlight.data-dir", "data"));
    int port = environment.getProperty("server.port", Integer.class, 8800);
    boolean demo = environment.getProperty("porchlight.demo", Boolean.class, true);
    EmbeddedParts parts = EmbeddedParts.start(settings, folder, port, demo);
    SpringApplication.getShutdownHandlers().add(parts::close);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("embedded parts", parts.addresses()));
    context.getBeanFactory().registerSingleton("embeddedParts", parts);
  }
}
