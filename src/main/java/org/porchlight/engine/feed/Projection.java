package org.porchlight.engine.feed;

import java.util.Objects;
import org.porchlight.engine.outbox.CommandOutcomes;
import org.springframework.stereotype.Component;

/** Turns records into rows, command outcomes and events. Runs in the feed's transaction. */
@Component
class Projection {

  private final ProcessInstances instances;
  private final TasksOfEngine tasks;
  private final Incidents incidents;
  private final Timers timers;
  private final CommandOutcomes commands;

  Projection(
      ProcessInstances instances,
      TasksOfEngine tasks,
      Incidents incidents,
      Timers timers,
      CommandOutcomes commands) {
    this.instances = instances;
    this.tasks = tasks;
    this.incidents = incidents;
    this.timers = timers;
    this.commands = commands;
  }

  /** Unknown types pass: a newer exporter may write more than this version reads. */
  void apply(EngineRecord record) {
    switch (record.event()) {
      case "PROCESS_INSTANCE.ELEMENT_ACTIVATED" -> instances.activated(record);
      case "PROCESS_INSTANCE.ELEMENT_COMPLETED" -> instances.ended(record, false);
      case "PROCESS_INSTANCE.ELEMENT_TERMINATED" -> instances.ended(record, true);
      case "PROCESS_INSTANCE.ELEMENT_MIGRATED" -> instances.migrated(record);
      case "USER_TASK.CREATED" -> tasks.created(record);
      case "USER_TASK.UPDATED" -> tasks.updated(record);
      case "USER_TASK.COMPLETED" -> tasks.ended(record, "COMPLETED");
      case "USER_TASK.CANCELED" -> tasks.ended(record, "CANCELED");
      case "INCIDENT.CREATED" -> incidents.created(record);
      case "INCIDENT.RESOLVED" -> incidents.resolved(record);
      case "TIMER.CREATED" -> timers.created(record);
      case "TIMER.TRIGGERED", "TIMER.CANCELED" -> timers.ended(record);
      case "MESSAGE.PUBLISHED" -> {
        if (record.messageId() != null) {
          commands.messagePublished(record.messageId(), record.key(), record.at());
        }
      }
      case "MESSAGE.EXPIRED" -> commands.messageExpired(record.key(), record.at());
      case "MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED",
          "PROCESS_MESSAGE_SUBSCRIPTION.CORRELATED" ->
          commands.messageCorrelated(Objects.requireNonNull(record.messageKey()), record.at());
      default -> {}
    }
  }
}
