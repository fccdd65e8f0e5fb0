package org.porchlight.cases.internal;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.porchlight.shared.EventFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the cases' events to Kafka. */
@Component
@ConditionalOnProperty("porchlight.kafka.bootstrap-servers")
class CaseEventPublisher {

  private static final long LOCK = 600;

  private final EventFeed feed;

  CaseEventPublisher(
      JdbcClient jdbc,
      CasesProperties settings,
      Clock clock,
      @Value("${porchlight.kafka.bootstrap-servers}") String servers) {
    this.feed =
        new EventFeed(
            jdbc,
            clock,
            servers,
            new EventFeed.Outbox(
                "cases.event_outbox", "case_id", settings.eventTopic(), "cases", LOCK));
  }

  @Scheduled(fixedDelayString = "${porchlight.cases.publish-every:500ms}")
  @Transactional
  void publish() {
    feed.publish();
  }

  @PreDestroy
  void close() {
    feed.close();
  }
}
