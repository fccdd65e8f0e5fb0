package org.porchlight.shared;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes a module's outbox of events to Kafka as CloudEvents, in order, each at least once: a
 * row is marked only after Kafka has confirmed it. One replica at a time; readers drop repeats by
 * event id. The outbox is a table with the columns sequence, id, type, at, data (JSON),
 * published_at and one that names what the event is about.
 */
public final class EventFeed implements AutoCloseable {

  private static final JsonFormat FORMAT = new JsonFormat();
  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Outbox outbox;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * @param table with its schema
   * @param about the column with the id of what events are about: their subject and key, and so
   *     their order
   * @param module the last part of the source
   * @param lock of PostgreSQL's advisory locks, this feed's own
   */
  public record Outbox(String table, String about, String topic, String module, long lock) {}

  public EventFeed(JdbcClient jdbc, Clock clock, String servers, Outbox outbox) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.outbox = outbox;
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
                "porchlight-" + outbox.module()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  private record Waiting(
      long sequence, UUID id, UUID about, String type, OffsetDateTime at, String data) {}

  /** In the caller's transaction: what waits, up to some hundreds. */
  public void publish() {
    boolean mine =
        jdbc.sql("select pg_try_advisory_xact_lock(?)")
            .param(outbox.lock())
            .query(Boolean.class)
            .single();
    List<Waiting> waiting = mine ? waiting() : List.of();
    List<Future<?>> sent = new ArrayList<>();
    for (Waiting event : waiting) {
      sent.add(producer.send(message(event)));
    }
    int confirmed = confirmed(sent, waiting);
    if (confirmed > 0) {
      List<Long> sequences = waiting.subList(0, confirmed).stream().map(Waiting::sequence).toList();
      jdbc.sql(
              "update "
                  + outbox.table()
                  + " set published_at = :now where sequence in (:sequences)")
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("sequences", sequences)
          .update();
    }
  }

  /** How many of the first are sure; the others are sent again. */
  private static int confirmed(List<Future<?>> sent, List<Waiting> waiting) {
    for (int i = 0; i < sent.size(); i++) {
      try {
        sent.get(i).get(30, TimeUnit.SECONDS);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return i;
      } catch (ExecutionException | TimeoutException away) {
        LOG.warn("Kafka did not take event {}; it is sent again", waiting.get(i).id());
        return i;
      }
    }
    return sent.size();
  }

  private List<Waiting> waiting() {
    return jdbc.sql(
            "select sequence, id, "
                + outbox.about()
                + " as about, type, at, data::text as data from "
                + outbox.table()
                + " where published_at is null order by sequence limit "
                + AT_ONCE)
        .query(EventFeed::read)
        .list();
  }

  private ProducerRecord<String, byte[]> message(Waiting waiting) {
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId(waiting.id().toString())
            .withSource(URI.create("/porchlight/" + outbox.module()))
            .withType(waiting.type())
            .withSubject(waiting.about().toString())
            .withTime(waiting.at())
            .withData("application/json", waiting.data().getBytes(StandardCharsets.UTF_8))
            .build();
    var message =
        new ProducerRecord<>(outbox.topic(), waiting.about().toString(), FORMAT.serialize(event));
    message.headers().add("content-type", JsonFormat.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    return message;
  }

  private static Waiting read(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong("sequence"),
        row.getObject("id", UUID.class),
        row.getObject("about", UUID.class),
        row.getString("type"),
        row.getObject("at", OffsetDateTime.class),
        row.getString("data"));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
