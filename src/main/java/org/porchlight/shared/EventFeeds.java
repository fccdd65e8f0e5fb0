package org.porchlight.shared;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes the outbox of every module that declares one as a bean. */
@Component
@ConditionalOnProperty("porchlight.kafka.bootstrap-servers")
class EventFeeds {

  private static final Logger log = LoggerFactory.getLogger(EventFeeds.class);

  private final List<EventFeed> feeds;
  private final TransactionTemplate transaction;

  EventFeeds(
      List<EventFeed.Outbox> outboxes,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${porchlight.kafka.bootstrap-servers}") String servers) {
    this.feeds =
        outboxes.stream().map(outbox -> new EventFeed(jdbc, clock, servers, outbox)).toList();
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${porchlight.events.publish-every:500ms}")
  void publish() {
    feeds.forEach(this::publish);
  }

  /** What goes wrong in one must not hold up the others. */
  private void publish(EventFeed feed) {
    try {
      transaction.executeWithoutResult(status -> feed.publish());
    } catch (RuntimeException e) {
      log.error("Events could not be published: they are tried again", e);
    }
  }

  @PreDestroy
  void close() {
    feeds.forEach(EventFeed::close);
  }
}
