package org.porchlight.embedded.parts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Shows the parts to whoever watches the application. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class PartsConfiguration {

  @Bean
  CompositeHealthContributor partsHealthContributor(EmbeddedParts parts) {
    Map<String, PartHealth> health = new LinkedHashMap<>();
    parts.stopOrder().forEach(part -> health.put(part.part().name(), new PartHealth(part)));
    return CompositeHealthContributor.fromMap(health);
  }

  @Bean
  MeterBinder partsMetrics(EmbeddedParts parts) {
    return registry -> {
      Gauge.builder("porchlight.disk.free", parts.folder(), DataFolder::freeBytes)
          .description(
              "Space left on the disk of the data folder; below 1 GB the engine takes no commands")
          .baseUnit("bytes")
          .register(registry);
      for (Supervised part : parts.stopOrder()) {
        Gauge.builder(
                "porchlight.part.up",
                part,
                watched -> watched.state() == Supervised.State.UP ? 1 : 0)
            .description("1 while the part answers")
            .tag("part", part.part().name())
            .register(registry);
        Gauge.builder("porchlight.part.restarts", part, Supervised::restarts)
            .description("How often the part died and was started again")
            .tag("part", part.part().name())
            .register(registry);
      }
    };
  }

  @Bean
  Welcome welcome(EmbeddedParts parts) {
    return new Welcome(parts);
  }
}
