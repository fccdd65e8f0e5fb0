package org.porchlight.embedded.clock;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time that can be moved: only in the embedded demonstration. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
@ConditionalOnProperty(name = "porchlight.demo", havingValue = "true", matchIfMissing = true)
class DemoTimeConfiguration {

  @Bean
  @Primary
  DemoClock demoClock(@Value("${porchlight.data-dir}") Path folder) {
    return new DemoClock(folder.resolve("demo-time"));
  }

  @Bean
  DemoTime demoTime(
      DemoClock clock,
      @Value("${porchlight.engine.management-address}") URI broker,
      JdbcClient jdbc,
      @Value("${porchlight.simulator.zone:America/New_York}") ZoneId zone) {
    return new DemoTime(clock, new BrokerTime(broker), jdbc, zone);
  }
}
