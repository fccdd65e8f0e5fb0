package org.porchlight.exporter;

/** Tells the broker to bring a record again later. Without a stack trace: the broker logs each. */
final class KafkaAway extends RuntimeException {

  KafkaAway() {
    super(
        "Kafka takes no records now; the exporter goes on by itself when it does",
        null,
        false,
        false);
  }
}
