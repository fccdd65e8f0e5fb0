package org.porchlight.referrals.record;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.porchlight.shared.EventFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what becomes of referrals to Kafka. */
@Component
@ConditionalOnProperty("porchlight.kafka.bootstrap-servers")
class ReferralEventPublisher {

  private static final long LOCK = 820;

  private final EventFeed feed;

  ReferralEventPublisher(
      JdbcClient jdbc,
      Clock clock,
      @Value("${porchlight.referrals.event-topic:referral.events}") String topic,
      @Value("${porchlight.kafka.bootstrap-servers}") String servers) {
    this.feed =
        new EventFeed(
            jdbc,
            clock,
            servers,
            new EventFeed.Outbox(
                "referrals.event_outbox", "referral_id", topic, "referrals", LOCK));
  }

  @Scheduled(fixedDelayString = "${porchlight.referrals.publish-every:500ms}")
  @Transactional
  void publish() {
    feed.publish();
  }

  @PreDestroy
  void close() {
    feed.close();
  }
}
