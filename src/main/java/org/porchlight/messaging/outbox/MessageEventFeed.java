package org.porchlight.messaging.outbox;

import org.porchlight.shared.EventFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of texts, for other systems: ids and codes, no phone and no words (I6). */
@Configuration(proxyBeanMethods = false)
class MessageEventFeed {

  private static final long LOCK = 440;

  @Bean
  EventFeed.Outbox messageOutbox(
      @Value("${porchlight.messaging.event-topic:message.events}") String topic) {
    return new EventFeed.Outbox("messaging.event_outbox", "text", topic, "messaging", LOCK);
  }
}
