package org.porchlight.messaging.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SegmentCountConfiguration {

  private static final int CHARACTERS = 153;
  private static final int WIDE_CHARACTERS = 67;

  /** Never too few. */
  @Bean
  SegmentCount segments() {
    return body ->
        (body.length() - 1)
                / (body.chars().allMatch(letter -> letter < 128) ? CHARACTERS : WIDE_CHARACTERS)
            + 1;
  }
}
