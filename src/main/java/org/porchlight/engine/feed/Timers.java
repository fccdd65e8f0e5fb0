package org.porchlight.engine.feed;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code engine.timer}: what instances wait for by time. */
@Component
class Timers {

  private final JdbcClient jdbc;

  Timers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void created(EngineRecord record) {
    if (record.processInstanceKey() == null) {
      // A start event's timer belongs to no instance.
      return;
    }
    jdbc.sql(
            """
            insert into engine.timer (key, process_instance_key, element_id, due)
            values (:key, :instance, :element, :due) on conflict do nothing
            """)
        .param("key", record.key())
        .param("instance", record.processInstanceKey())
        .param("element", Objects.requireNonNullElse(record.elementId(), ""))
        .param("due", Timestamp.from(Instant.ofEpochMilli(Objects.requireNonNull(record.due()))))
        .update();
  }

  void ended(EngineRecord record) {
    jdbc.sql("delete from engine.timer where key = :key").param("key", record.key()).update();
  }
}
