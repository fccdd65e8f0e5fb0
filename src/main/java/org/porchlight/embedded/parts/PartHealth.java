package org.porchlight.embedded.parts;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How one part is doing, in {@code /actuator/health}. */
final class PartHealth implements HealthIndicator {

  private final Supervised part;

  PartHealth(Supervised part) {
    this.part = part;
  }

  @Override
  public Health health() {
    Health.Builder health =
        switch (part.state()) {
          case UP -> Health.up();
          case STARTING -> Health.unknown();
          case DOWN, STOPPED -> Health.down();
        };
    return health.withDetail("state", part.state()).withDetail("restarts", part.restarts()).build();
  }
}
