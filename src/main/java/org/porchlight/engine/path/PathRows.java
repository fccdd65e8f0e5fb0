package org.porchlight.engine.path;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The feed's rows about the way of instances, by instance. */
@Component
class PathRows {

  private final JdbcClient jdbc;

  PathRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Instance(
      long key, String processId, int version, Instant startedAt, @Nullable Instant endedAt) {}

  private interface OfInstance {
    long instance();
  }

  record Entered(long instance, String element, Instant firstAt, Instant lastAt, int times)
      implements OfInstance {}

  record Stand(long instance, String element, Instant since) implements OfInstance {}

  record Wait(long instance, String element, Instant due) implements OfInstance {}

  record Halt(long instance, String element, Instant since) implements OfInstance {}

  Optional<String> model(String processId, int version) {
    return jdbc.sql(
            "select xml from engine.process_model where process_id = :id and version = :version")
        .param("id", processId)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** Of the newest run. */
  List<Instance> instances(UUID subject) {
    return jdbc.sql(
            """
            select key, process_id, version, started_at, ended_at from engine.process_instance
            where root_key = (select root_key from engine.process_root where subject = :subject
              order by run desc limit 1)
            order by started_at, key
            """)
        .param("subject", subject)
        .query(
            (row, i) -> {
              Timestamp ended = row.getTimestamp(5);
              return new Instance(
                  row.getLong(1),
                  row.getString(2),
                  row.getInt(3),
                  row.getTimestamp(4).toInstant(),
                  ended == null ? null : ended.toInstant());
            })
        .list();
  }

  Map<Long, List<Entered>> entered(Long[] instances) {
    return read(
        """
        select process_instance_key, element_id, first_at, last_at, times from engine.path
        where process_instance_key = any(:keys) order by first_at
        """,
        instances,
        (row, i) ->
            new Entered(
                row.getLong(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                row.getInt(5)));
  }

  Map<Long, List<Stand>> stands(Long[] instances) {
    return read(
        """
        select process_instance_key, element_id, since from engine.active_element
        where process_instance_key = any(:keys)
        """,
        instances,
        (row, i) -> new Stand(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()));
  }

  Map<Long, List<Wait>> waits(Long[] instances) {
    return read(
        """
        select process_instance_key, element_id, due from engine.timer
        where process_instance_key = any(:keys)
        """,
        instances,
        (row, i) -> new Wait(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()));
  }

  Map<Long, List<Halt>> halts(Long[] instances) {
    return read(
        """
        select process_instance_key, element_id, created_at from engine.incident
        where process_instance_key = any(:keys) and resolved_at is null
        """,
        instances,
        (row, i) -> new Halt(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()));
  }

  private <T extends OfInstance> Map<Long, List<T>> read(
      String sql, Long[] instances, RowMapper<T> row) {
    return jdbc.sql(sql).param("keys", instances).query(row).list().stream()
        .collect(Collectors.groupingBy(OfInstance::instance));
  }
}
