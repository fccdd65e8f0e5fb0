package org.porchlight.engine.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The topic that the exporter writes: made with our retention, read from where we are. */
@Component
class RecordTopic {

  private final String servers;
  private final EngineProperties properties;

  RecordTopic(
      @Value("${porchlight.kafka.bootstrap-servers:}") String servers,
      EngineProperties properties) {
    this.servers = servers;
    this.properties = properties;
  }

  boolean configured() {
    return !servers.isBlank();
  }

  /** Makes the topic, or sets its retention where the exporter was first. */
  void ensure() throws InterruptedException, ExecutionException {
    String retention = Long.toString(properties.topicRetention().toMillis());
    try (Admin admin = Admin.create(common("admin"))) {
      NewTopic topic =
          new NewTopic(
                  properties.topic(), Optional.of(properties.topicPartitions()), Optional.empty())
              .configs(Map.of("retention.ms", retention));
      try {
        admin.createTopics(List.of(topic)).all().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, properties.topic());
        Collection<AlterConfigOp> set =
            List.of(
                new AlterConfigOp(
                    new ConfigEntry("retention.ms", retention), AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(resource, set)).all().get();
      }
    }
  }

  /** A consumer of all partitions that stands at the given offsets, elsewhere at the beginning. */
  KafkaConsumer<String, String> consumerAt(Map<Integer, Long> offsets) {
    Properties config = common("feed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
    var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(properties.topic(), Duration.ofSeconds(10)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      for (TopicPartition partition : partitions) {
        consumer.seek(partition, offsets.getOrDefault(partition.partition(), 0L));
      }
      return consumer;
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private Properties common(String role) {
    Properties config = new Properties();
    config.put("bootstrap.servers", servers);
    config.put("client.id", "porchlight-" + role);
    config.put("reconnect.backoff.ms", 500);
    config.put("reconnect.backoff.max.ms", 5_000);
    config.put("default.api.timeout.ms", 15_000);
    config.put("request.timeout.ms", 10_000);
    return config;
  }
}
