package org.porchlight.cases.internal;

import org.porchlight.shared.EventFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cases' events for other systems. */
@Configuration(proxyBeanMethods = false)
class CaseEventFeed {

  private static final long LOCK = 600;

  @Bean
  EventFeed.Outbox caseOutbox(CasesProperties settings) {
    return new EventFeed.Outbox(
        "cases.event_outbox", "case_id", settings.eventTopic(), "cases", LOCK);
  }
}
