package org.porchlight.messaging.outbox;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.porchlight.shared.EventFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what becomes of texts to Kafka: ids and codes, no phone and no words (I6). */
@Component
@ConditionalOnProperty("porchlight.kafka.bootstrap-servers")
class MessageEventPublisher {

  private static final long LOCK = 440;

  private final EventFeed feed;

  MessageEventPublisher(
      JdbcClient jdbc,
      Clock clock,
      @Value("${porchlight.messaging.event-topic:message.events}") String topic,
      @Value("${porchlight.kafka.bootstrap-servers}") String servers) {
    this.feed =
        new EventFeed(
            jdbc,
            clock,
            servers,
            new EventFeed.Outbox("messaging.event_outbox", "text", topic, "messaging", LOCK));
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.publish-every:500ms}")
  @Transactional
  void publish() {
    feed.publish();
  }

  @PreDestroy
  void close() {
    feed.close();
  }
}
