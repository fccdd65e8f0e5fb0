package org.porchlight.engine.feed;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code engine.incident}: what stands still, and the kind of error, never its text.
 */
@Component
class Incidents {

  private final JdbcClient jdbc;

  Incidents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void created(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine.incident
              (key, process_instance_key, element_id, error_type, job_key, created_at)
            values (:key, :instance, :element, :error, :job, :at) on conflict do nothing
            """)
        .param("key", record.key())
        .param("instance", record.processInstanceKey())
        .param("element", record.elementId() == null ? "" : record.elementId())
        .param("error", record.errorType())
        .param("job", record.jobKey())
        .param("at", Timestamp.from(record.at()))
        .update();
  }

  void resolved(EngineRecord record) {
    jdbc.sql("update engine.incident set resolved_at = :at where key = :key")
        .param("key", record.key())
        .param("at", Timestamp.from(record.at()))
        .update();
  }
}
