package org.porchlight.engine.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.OpenTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** User tasks as the record feed knows them. */
@Component
class UserTasks {

  private final JdbcClient jdbc;

  UserTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A task in whatever state, with its form. */
  record Known(OpenTask task, long formKey, String formJson, boolean open) {}

  /**
   * Finds the task and holds it until the transaction ends: the feed cannot end it between the look
   * and the commit, and two submissions of it come one after the other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Known> hold(long key) {
    return jdbc.sql(
            """
            select t.key, r.subject, t.element_id, f.form_id,
              engine.groups_now(r.subject, t.groups) as groups, t.due, t.created_at,
              t.form_key, f.json, t.state = 'CREATED' as open
            from engine.user_task t
            join engine.process_instance i on i.key = t.process_instance_key
            join engine.process_root r on r.root_key = i.root_key
            join engine.form f on f.form_key = t.form_key
            where t.key = :key for update of t
            """)
        .param("key", key)
        .query(
            (row, i) ->
                new Known(
                    task(row),
                    row.getLong("form_key"),
                    row.getString("json"),
                    row.getBoolean("open")))
        .optional();
  }

  private static OpenTask task(ResultSet row) throws SQLException {
    return new OpenTask(
        row.getLong("key"),
        row.getObject("subject", UUID.class),
        row.getString("element_id"),
        row.getString("form_id"),
        texts(row, "groups"),
        instant(row, "due"),
        row.getTimestamp("created_at").toInstant());
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
