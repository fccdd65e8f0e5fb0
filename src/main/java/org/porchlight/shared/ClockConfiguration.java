package org.porchlight.shared;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock of the application. Nothing else asks the system for the time, so that tests can
 * move it.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    // As PostgreSQL keeps instants: the same before and after they were stored.
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
