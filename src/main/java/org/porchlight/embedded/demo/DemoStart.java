package org.porchlight.embedded.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation with the demo district at its first start, unless {@code
 * porchlight.demo=false}.
 */
@Component
@Profile("embedded")
@ConditionalOnProperty(name = "porchlight.demo", havingValue = "true", matchIfMissing = true)
class DemoStart implements ApplicationRunner {

  private final DemoDistrict demo;

  DemoStart(DemoDistrict demo) {
    this.demo = demo;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    demo.createWhereEmpty();
  }
}
