package org.porchlight.engine.feed;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the feed is read. Changes in the transaction of the rows it made. */
@Component
class FeedPositions {

  private final JdbcClient jdbc;

  FeedPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next offset to read by Kafka partition; none is the beginning. */
  Map<Integer, Long> offsets() {
    Map<Integer, Long> offsets = new HashMap<>();
    jdbc.sql("select kafka_partition, next_offset from engine.feed_offset")
        .query(
            row -> {
              offsets.put(row.getInt(1), row.getLong(2));
            });
    return offsets;
  }

  /**
   * The next offset of one partition, held until the transaction ends: of several replicas one
   * projects at a time.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  long hold(int kafkaPartition) {
    jdbc.sql(
            """
            insert into engine.feed_offset (kafka_partition, next_offset) values (:partition, 0)
            on conflict do nothing
            """)
        .param("partition", kafkaPartition)
        .update();
    return jdbc.sql(
            """
            select next_offset from engine.feed_offset where kafka_partition = :partition
            for update
            """)
        .param("partition", kafkaPartition)
        .query(Long.class)
        .single();
  }

  /** What was seen of each engine partition, while the partition is held. */
  @Transactional(propagation = Propagation.MANDATORY)
  SeenPositions seen(int kafkaPartition) {
    Map<Integer, SeenPositions.Seen> seen = new HashMap<>();
    jdbc.sql(
            """
            select engine_partition, position, at from engine.feed_position
            where kafka_partition = :partition
            """)
        .param("partition", kafkaPartition)
        .query(
            row -> {
              seen.put(
                  row.getInt(1),
                  new SeenPositions.Seen(row.getLong(2), row.getTimestamp(3).toInstant()));
            });
    return new SeenPositions(seen);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void advance(int kafkaPartition, long nextOffset, SeenPositions positions) {
    jdbc.sql(
            """
            update engine.feed_offset set next_offset = :next where kafka_partition = :partition
            """)
        .param("partition", kafkaPartition)
        .param("next", nextOffset)
        .update();
    positions
        .changed()
        .forEach((enginePartition, seen) -> store(kafkaPartition, enginePartition, seen));
  }

  private void store(int kafkaPartition, int enginePartition, SeenPositions.Seen seen) {
    jdbc.sql(
            """
            insert into engine.feed_position (kafka_partition, engine_partition, position, at)
            values (:kafka, :engine, :position, :at)
            on conflict (kafka_partition, engine_partition) do update
              set position = excluded.position, at = excluded.at
            """)
        .param("kafka", kafkaPartition)
        .param("engine", enginePartition)
        .param("position", seen.position())
        .param("at", Timestamp.from(seen.at()))
        .update();
  }
}
