package org.porchlight.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The smallest load: what PostgreSQL and Kafka confirmed before the kill must be there afterwards.
 */
final class StoredMarks implements Load {

  private static final String TOPIC = "crash.marks";

  private final int each;
  private int written;

  StoredMarks(int each) {
    this.each = each;
  }

  @Override
  public void begin(ApplicationProcess application) throws Exception {
    try (Connection connection = connect(application);
        Statement statement = connection.createStatement();
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", application.kafka(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
      statement.execute("create schema if not exists crash");
      statement.execute("create table if not exists crash.mark (number int primary key)");
      for (int i = 0; i < each; i++) {
        written++;
        statement.execute("insert into crash.mark values (" + written + ")");
        producer.send(new ProducerRecord<>(TOPIC, Integer.toString(written))).get();
      }
    }
  }

  @Override
  public Tally settle(ApplicationProcess application) throws Exception {
    int rows;
    try (Connection connection = connect(application);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from crash.mark")) {
      result.next();
      rows = result.getInt(1);
    }
    Set<Integer> seen = new TreeSet<>();
    int records = 0;
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", application.kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      Set<TopicPartition> partition = Set.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      long end = consumer.endOffsets(partition).values().iterator().next();
      while (consumer.position(partition.iterator().next()) < end) {
        ConsumerRecords<String, String> batch = consumer.poll(Duration.ofSeconds(1));
        for (ConsumerRecord<String, String> mark : batch) {
          records++;
          seen.add(Integer.valueOf(mark.value()));
        }
      }
    }
    return new Tally(written, written - Math.min(rows, seen.size()), records - seen.size(), 0, 0);
  }

  private static Connection connect(ApplicationProcess application) throws Exception {
    try {
      return DriverManager.getConnection(
          application.jdbcUrl(), "porchlight", application.databasePassword());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL of the application under test does not answer", e);
    }
  }
}
