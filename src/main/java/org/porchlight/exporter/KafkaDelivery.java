package org.porchlight.exporter;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Hands waiting records to a Kafka producer, in order and without ever blocking. A producer that
 * failed is thrown away and a new one sends everything unconfirmed again. Called from the
 * exporter's thread only; Kafka confirms on its own.
 */
final class KafkaDelivery {

  private static final long QUIET = Duration.ofMinutes(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(30).toNanos();
  private static final long FIRST_PAUSE = Duration.ofMillis(900).toNanos();

  private final ExporterSettings settings;
  private final DeliveryQueue queue;
  private final Logger log;
  private volatile @Nullable KafkaProducer<String, String> producer;
  private volatile boolean broken;
  private boolean stalled;
  private volatile long pause = FIRST_PAUSE;
  private long lastStart;
  private volatile long lastComplaint;

  KafkaDelivery(ExporterSettings settings, DeliveryQueue queue, Logger log) {
    this.settings = settings;
    this.queue = queue;
    this.log = log;
  }

  /** Hands over what waits, unless the last try failed: then only {@link #patrol} tries again. */
  void handOver() {
    if (!stalled && !broken && producer != null) {
      handOverWaiting();
    }
  }

  /** Called once a second: starts a new producer where one is needed, and tries again. */
  void patrol() {
    if (producer == null || broken) {
      long now = System.nanoTime();
      if (lastStart != 0 && now - lastStart < pause) {
        return;
      }
      lastStart = now;
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      start();
    }
    if (producer != null && !broken) {
      handOverWaiting();
    }
  }

  void start() {
    discard(Duration.ZERO);
    queue.takeBack();
    try {
      producer =
          new KafkaProducer<>(settings.producer(), new StringSerializer(), new StringSerializer());
      broken = false;
    } catch (KafkaException e) {
      complain(e);
    }
  }

  private void handOverWaiting() {
    stalled = false;
    for (DeliveryQueue.Entry entry : queue.waiting()) {
      if (!send(entry)) {
        stalled = true;
        return;
      }
    }
  }

  /** False where the producer cannot take it now: its memory is full or it knows no Kafka yet. */
  private boolean send(DeliveryQueue.Entry entry) {
    KafkaProducer<String, String> current = producer;
    Thread caller = Thread.currentThread();
    boolean[] taken = {true};
    try {
      current.send(
          new ProducerRecord<>(settings.topic(), entry.key(), entry.json()),
          (metadata, failure) -> {
            if (failure == null) {
              queue.confirm(entry);
              pause = FIRST_PAUSE;
            } else if (Thread.currentThread() == caller) {
              taken[0] = false;
              complain(failure);
            } else if (current == producer) {
              broken = true;
              complain(failure);
            }
          });
    } catch (KafkaException | IllegalStateException e) {
      taken[0] = false;
      broken = true;
      complain(e);
    }
    if (taken[0]) {
      queue.handedOver(entry);
    }
    return taken[0];
  }

  private void complain(Exception e) {
    long now = System.nanoTime();
    if (lastComplaint == 0 || now - lastComplaint > QUIET) {
      lastComplaint = now;
      log.warn(
          "Kafka at {} takes no records now ({}): they wait until it does",
          settings.bootstrapServers(),
          e.getClass().getSimpleName());
    }
  }

  private void discard(Duration patience) {
    KafkaProducer<String, String> old = producer;
    producer = null;
    if (old != null) {
      old.close(patience);
    }
  }

  void close() {
    discard(Duration.ofSeconds(2));
  }
}
