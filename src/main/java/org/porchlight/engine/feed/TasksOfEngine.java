package org.porchlight.engine.feed;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.outbox.CommandOutcomes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code engine.user_task}. */
@Component
class TasksOfEngine {

  private final JdbcClient jdbc;
  private final CommandOutcomes commands;

  TasksOfEngine(JdbcClient jdbc, CommandOutcomes commands) {
    this.jdbc = jdbc;
    this.commands = commands;
  }

  void created(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine.user_task (key, process_instance_key, element_id,
              element_instance_key, form_key, groups, due, state, created_at)
            values (:key, :instance, :element, :elementInstance, :form, :groups, :due, 'CREATED',
              :at)
            on conflict do nothing
            """)
        .param("key", taskKey(record))
        .param("instance", record.processInstanceKey())
        .param("element", record.elementId())
        .param("elementInstance", record.elementInstanceKey())
        .param("form", record.formKey())
        .param("groups", groups(record))
        .param("due", due(record))
        .param("at", Timestamp.from(record.at()))
        .update();
  }

  void updated(EngineRecord record) {
    jdbc.sql("update engine.user_task set groups = :groups, due = :due where key = :key")
        .param("key", taskKey(record))
        .param("groups", groups(record))
        .param("due", due(record))
        .update();
  }

  /** A submission that is being saved holds the row: its command is settled here, after it. */
  void ended(EngineRecord record, String state) {
    long key = taskKey(record);
    jdbc.sql(
            """
            update engine.user_task set state = :state, ended_at = :at
            where key = :key and state = 'CREATED'
            """)
        .param("key", key)
        .param("state", state)
        .param("at", Timestamp.from(record.at()))
        .update();
    if (state.equals("COMPLETED")) {
      commands.taskCompleted(key, record.at());
    } else {
      commands.taskCancelled(key, record.at());
    }
  }

  private static long taskKey(EngineRecord record) {
    return Objects.requireNonNullElse(record.userTaskKey(), record.key());
  }

  private static String[] groups(EngineRecord record) {
    return Objects.requireNonNullElse(record.candidateGroups(), List.<String>of())
        .toArray(String[]::new);
  }

  /** The engine accepts nothing but a date with time and offset here. */
  private static @Nullable Timestamp due(EngineRecord record) {
    String due = record.dueDate();
    if (due == null) {
      return null;
    }
    try {
      // A zone's name in brackets may follow the offset.
      return Timestamp.from(OffsetDateTime.parse(due.replaceAll("\\[.*]$", "")).toInstant());
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "Due date of user task " + record.key() + " is no instant", e);
    }
  }
}
