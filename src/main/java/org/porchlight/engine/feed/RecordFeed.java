package org.porchlight.engine.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.internal.BackgroundLoop;
import org.porchlight.engine.internal.EngineJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what the exporter writes into tables. The position is stored in the transaction of the rows
 * and Kafka's own offsets are not used, so a database that was restored reads again what it missed.
 * Every replica reads, one at a time writes; records that another has written are passed over.
 */
@Component
class RecordFeed implements SmartLifecycle, FeedProgress {

  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final RecordTopic topic;
  private final FeedPositions positions;
  private final Projection projection;
  private final Paths paths;
  private final TransactionTemplate transaction;
  private @Nullable KafkaConsumer<String, String> consumer;
  private @Nullable BackgroundLoop loop;
  private volatile long lag = -1;

  RecordFeed(
      RecordTopic topic,
      FeedPositions positions,
      Projection projection,
      Paths paths,
      TransactionTemplate transaction,
      ObjectProvider<MeterRegistry> metrics) {
    this.topic = topic;
    this.positions = positions;
    this.projection = projection;
    this.paths = paths;
    this.transaction = transaction;
    metrics.ifAvailable(
        registry -> registry.gauge("porchlight.engine.feed.lag", this, feed -> feed.lag));
  }

  @Override
  public void start() {
    if (topic.configured()) {
      loop = BackgroundLoop.start("engine-feed", this::read, LONGEST_PAUSE);
    }
  }

  @Override
  public long lag() {
    return lag;
  }

  private void read() throws InterruptedException, ExecutionException {
    try {
      KafkaConsumer<String, String> open = consumer;
      if (open == null) {
        lag = -1;
        topic.ensure();
        open = topic.consumerAt(positions.offsets());
        consumer = open;
      }
      ConsumerRecords<String, String> records = open.poll(WAIT);
      for (TopicPartition partition : records.partitions()) {
        project(partition.partition(), records.records(partition));
      }
      lag = lagOf(open);
    } catch (RuntimeException | InterruptedException | ExecutionException e) {
      // Starts over at the stored position: the batch that failed is read again.
      closeConsumer();
      throw e;
    }
  }

  private void project(int partition, List<ConsumerRecord<String, String>> records) {
    transaction.executeWithoutResult(
        status -> {
          long next = positions.hold(partition);
          SeenPositions seen = positions.seen(partition);
          List<EngineRecord> fresh = new ArrayList<>(records.size());
          for (ConsumerRecord<String, String> message : records) {
            if (message.offset() >= next) {
              EngineRecord record = EngineJson.read(message.value(), EngineRecord.class);
              if (seen.isNew(record)) {
                projection.apply(record);
                fresh.add(record);
              }
              next = message.offset() + 1;
            }
          }
          paths.add(fresh);
          positions.advance(partition, next, seen);
        });
  }

  private static long lagOf(KafkaConsumer<String, String> consumer) {
    long sum = 0;
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong one = consumer.currentLag(partition);
      sum += one.orElse(0);
    }
    return sum;
  }

  private void closeConsumer() {
    KafkaConsumer<String, String> open = consumer;
    consumer = null;
    if (open != null) {
      // An interrupt, by which the loop ends, would keep the consumer from closing.
      boolean interrupted = Thread.interrupted();
      open.close(CloseOptions.timeout(Duration.ofSeconds(2)));
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void stop() {
    if (loop != null) {
      loop.close();
      loop = null;
    }
  }

  @Override
  public boolean isRunning() {
    return loop != null;
  }
}
