package org.porchlight.cases.internal;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes the events of the outbox to Kafka as CloudEvents, in order, each at least once: a row
 * is marked only after Kafka has confirmed. One replica at a time; readers drop repeats by event
 * id.
 */
@Component
@ConditionalOnProperty("porchlight.kafka.bootstrap-servers")
class CaseEventPublisher {

  private static final JsonFormat FORMAT = new JsonFormat();
  private static final Logger LOG = LoggerFactory.getLogger(CaseEventPublisher.class);
  private static final URI SOURCE = URI.create("/porchlight/cases");
  private static final long LOCK = 600;

  private final JdbcClient jdbc;
  private final CasesProperties settings;
  private final Clock clock;
  private final KafkaProducer<String, byte[]> producer;

  CaseEventPublisher(
      JdbcClient jdbc,
      CasesProperties settings,
      Clock clock,
      @Value("${porchlight.kafka.bootstrap-servers}") String servers) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                10_000,
                ProducerConfig.CLIENT_ID_CONFIG,
                "porchlight-cases"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private record Waiting(
      long sequence, UUID id, UUID caseId, String type, OffsetDateTime at, String data) {}

  @Scheduled(fixedDelayString = "${porchlight.cases.publish-every:500ms}")
  @Transactional
  void publish() {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
    if (!mine) {
      return;
    }
    for (Waiting event : waiting()) {
      if (!sent(event)) {
        return;
      }
      jdbc.sql("update cases.event_outbox set published_at = ? where sequence = ?")
          .params(clock.instant().atOffset(ZoneOffset.UTC), event.sequence())
          .update();
    }
  }

  private List<Waiting> waiting() {
    return jdbc.sql(
            """
            select sequence, id, case_id, type, at, data::text as data
            from cases.event_outbox where published_at is null order by sequence limit 200
            """)
        .query(CaseEventPublisher::read)
        .list();
  }

  private boolean sent(Waiting event) {
    byte[] body =
        FORMAT.serialize(
            CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withSource(SOURCE)
                .withType(event.type())
                .withSubject(event.caseId().toString())
                .withTime(event.at())
                .withData("application/json", event.data().getBytes(StandardCharsets.UTF_8))
                .build());
    var message = new ProducerRecord<>(settings.eventTopic(), event.caseId().toString(), body);
    message.headers().add("content-type", JsonFormat.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(message).get(30, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException away) {
      LOG.warn("Kafka did not take event {}; it is sent again", event.id());
      return false;
    }
  }

  private static Waiting read(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong("sequence"),
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("type"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("data"));
  }

  @PreDestroy
  void close() {
    producer.close(java.time.Duration.ofSeconds(5));
  }
}
