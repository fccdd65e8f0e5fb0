package org.porchlight.engine.feed;

import java.sql.Timestamp;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.RootEnded;
import org.porchlight.engine.outbox.CommandOutcomes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instances and where they stand. */
@Component
class ProcessInstances {

  /** Nothing stands at these, and the exporter does not tell that they were left. */
  private static final Set<String> PASSED =
      Set.of(
          "START_EVENT",
          "END_EVENT",
          "BOUNDARY_EVENT",
          "INTERMEDIATE_THROW_EVENT",
          "EXCLUSIVE_GATEWAY",
          "PARALLEL_GATEWAY",
          "INCLUSIVE_GATEWAY",
          "MANUAL_TASK",
          "SCRIPT_TASK");

  private final JdbcClient jdbc;
  private final CommandOutcomes commands;
  private final ApplicationEventPublisher events;

  ProcessInstances(JdbcClient jdbc, CommandOutcomes commands, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.commands = commands;
    this.events = events;
  }

  void activated(EngineRecord record) {
    if ("PROCESS".equals(record.elementType())) {
      started(record);
      return;
    }
    if (PASSED.contains(record.elementType())) {
      return;
    }
    jdbc.sql(
            """
            insert into engine.active_element
              (key, process_instance_key, element_id, element_type, since)
            values (:key, :instance, :element, :type, :at) on conflict do nothing
            """)
        .param("key", record.key())
        .param("instance", record.processInstanceKey())
        .param("element", record.elementId())
        .param("type", record.elementType())
        .param("at", Timestamp.from(record.at()))
        .update();
  }

  private void started(EngineRecord record) {
    Long parent = record.parentProcessInstanceKey();
    // No conditional expression: it would unbox a root that is not known yet.
    Long root;
    if (parent == null) {
      root = record.key();
    } else {
      root = rootOf(parent);
    }
    jdbc.sql(
            """
            insert into engine.process_instance
              (key, process_id, version, parent_key, root_key, state, started_at)
            values (:key, :process, :version, :parent, :root, 'ACTIVE', :at)
            on conflict do nothing
            """)
        .param("key", record.key())
        .param("process", record.processId())
        .param("version", record.version())
        .param("parent", parent)
        .param("root", root)
        .param("at", Timestamp.from(record.at()))
        .update();
    passRootDown(record.key());
  }

  private @Nullable Long rootOf(long instance) {
    return jdbc.sql("select root_key from engine.process_instance where key = :key")
        .param("key", instance)
        .query((row, i) -> row.getLong(1))
        .optional()
        .filter(key -> key != 0)
        .orElse(null);
  }

  /** Children may come first where the topic has several partitions. */
  private void passRootDown(long instance) {
    jdbc.sql(
            """
            with recursive below as (
              select key, root_key from engine.process_instance
              where key = :key and root_key is not null
              union all
              select c.key, b.root_key from engine.process_instance c
              join below b on c.parent_key = b.key where c.root_key is null)
            update engine.process_instance i set root_key = b.root_key
            from below b where i.key = b.key and i.root_key is null
            """)
        .param("key", instance)
        .update();
  }

  void ended(EngineRecord record, boolean terminated) {
    if (!"PROCESS".equals(record.elementType())) {
      jdbc.sql("delete from engine.active_element where key = :key")
          .param("key", record.key())
          .update();
      return;
    }
    int changed =
        jdbc.sql(
                """
                update engine.process_instance set state = :state, ended_at = :at
                where key = :key and state = 'ACTIVE'
                """)
            .param("key", record.key())
            .param("state", terminated ? "TERMINATED" : "COMPLETED")
            .param("at", Timestamp.from(record.at()))
            .update();
    if (changed == 1 && record.parentProcessInstanceKey() == null) {
      commands.rootEnded(record.key(), record.at());
      tellOwner(record, terminated);
    }
  }

  /** From now on the instance goes by another version of its model; where it stands is the same. */
  void migrated(EngineRecord record) {
    if ("PROCESS".equals(record.elementType())) {
      jdbc.sql("update engine.process_instance set version = :version where key = :key")
          .param("version", record.version())
          .param("key", record.key())
          .update();
    }
  }

  private record Owner(UUID subject, int run) {}

  private void tellOwner(EngineRecord record, boolean terminated) {
    jdbc.sql("select subject, run from engine.process_root where root_key = :key")
        .param("key", record.key())
        .query(
            (row, i) ->
                new Owner(
                    Objects.requireNonNull(row.getObject("subject", UUID.class)),
                    row.getInt("run")))
        .optional()
        .ifPresent(
            owner ->
                events.publishEvent(
                    new RootEnded(owner.subject(), owner.run(), terminated, record.at())));
  }
}
