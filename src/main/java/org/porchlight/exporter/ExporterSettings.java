package org.porchlight.exporter;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The exporter's arguments. Their names come in any case, as environment variables do. */
record ExporterSettings(String bootstrapServers, String topic) {

  static ExporterSettings of(Map<String, Object> arguments) {
    String servers = "";
    String topic = "engine.records";
    for (var argument : arguments.entrySet()) {
      String name = argument.getKey().replace("-", "");
      if (name.equalsIgnoreCase("bootstrapServers")) {
        servers = String.valueOf(argument.getValue());
      } else if (name.equalsIgnoreCase("topic")) {
        topic = String.valueOf(argument.getValue());
      }
    }
    if (servers.isBlank()) {
      throw new IllegalArgumentException(
          "The exporter needs the argument bootstrapServers: the addresses of the Kafka cluster");
    }
    return new ExporterSettings(servers, topic);
  }

  /**
   * In order and without duplicates by the producer itself; never gives up by itself; never blocks,
   * since that would hold up the broker; slow reconnects, since each failed one is a line in the
   * broker's log.
   */
  Properties producer() {
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "porchlight-exporter");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    properties.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 500);
    properties.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 5_000);
    properties.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 500);
    properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000);
    return properties;
  }
}
