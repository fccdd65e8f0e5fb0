package org.porchlight.tasks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.access.OwnerGroup;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of the engine, joined with who has taken them on. */
@Component
class Queue {

  private static final String TASKS =
      """
       t.key, t.subject, t.element_id, t.form_id, t.groups, t.due, t.created_at, c.assignee
      from engine.open_task t left join tasks.claim c on c.task_key = t.key
      where t.groups && :groups::text[]
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Queue(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is due first comes first. */
  List<QueuedTask> list(Collection<String> groups, UserId me, Tab tab, int limit, int skip) {
    return bind(
            "select"
                + TASKS
                + " and "
                + tab.condition()
                + " order by t.due nulls last, t.created_at, t.key limit :limit offset :skip",
            groups,
            me)
        .param("limit", limit)
        .param("skip", skip)
        .query(Queue::task)
        .list();
  }

  Map<Tab, Integer> counts(Collection<String> groups, UserId me) {
    StringBuilder columns = new StringBuilder();
    for (Tab tab : Tab.values()) {
      columns.append(columns.isEmpty() ? "" : ", ");
      columns.append("count(*) filter (where ").append(tab.condition()).append(") as ");
      columns.append(tab.code());
    }
    String sql =
        "select "
            + columns
            + " from engine.open_task t left join tasks.claim c on c.task_key = t.key"
            + " where t.groups && :groups::text[]";
    return bind(sql, groups, me)
        .query(
            (row, number) -> {
              Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
              for (Tab tab : Tab.values()) {
                counts.put(tab, row.getInt(tab.code()));
              }
              return counts;
            })
        .single();
  }

  Optional<QueuedTask> find(long key, Collection<String> groups) {
    return jdbc.sql("select" + TASKS + " and t.key = :key")
        .param("groups", array(groups))
        .param("key", key)
        .query(Queue::task)
        .optional();
  }

  List<QueuedTask> ofSubject(UUID subject, Collection<String> groups) {
    return jdbc.sql("select" + TASKS + " and t.subject = :subject order by t.due nulls last, t.key")
        .param("groups", array(groups))
        .param("subject", subject)
        .query(Queue::task)
        .list();
  }

  private JdbcClient.StatementSpec bind(String sql, Collection<String> groups, UserId me) {
    return jdbc.sql(sql)
        .param("groups", array(groups))
        .param("me", me.value())
        .param("mine", OwnerGroup.visitor(me).text())
        .param("now", Timestamp.from(clock.instant()));
  }

  /** As PostgreSQL writes an array: group texts hold ids, colons and lower-case words only. */
  private static String array(Collection<String> groups) {
    return "{" + String.join(",", groups) + "}";
  }

  private static QueuedTask task(ResultSet row, int number) throws SQLException {
    Timestamp due = row.getTimestamp("due");
    UUID assignee = row.getObject("assignee", UUID.class);
    return new QueuedTask(
        row.getLong("key"),
        row.getObject("subject", UUID.class),
        row.getString("element_id"),
        row.getString("form_id"),
        List.of((String[]) row.getArray("groups").getArray()),
        due == null ? null : due.toInstant(),
        row.getTimestamp("created_at").toInstant(),
        assignee == null ? null : new UserId(assignee));
  }
}
