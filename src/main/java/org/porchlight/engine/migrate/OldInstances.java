package org.porchlight.engine.migrate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Running instances on versions that are not the newest, by the projections of the record feed. */
@Component
class OldInstances {

  private final JdbcClient jdbc;

  OldInstances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param definitionKey of the newest version
   */
  record Old(
      long key, UUID subject, String processId, int version, int newest, long definitionKey) {}

  /** Of each subject those that were called come before those that call. */
  List<Old> all() {
    return jdbc.sql(
            """
            with recursive newest as (
              select distinct on (process_id) process_id, version, definition_key
              from engine.process_model order by process_id, version desc),
            tree as (
              select i.key, r.subject, i.process_id, i.version, 0 as depth
              from engine.process_root r join engine.process_instance i on i.key = r.root_key
              where i.state = 'ACTIVE'
              union all
              select c.key, t.subject, c.process_id, c.version, t.depth + 1
              from tree t join engine.process_instance c on c.parent_key = t.key
              where c.state = 'ACTIVE')
            select t.key, t.subject, t.process_id, t.version, n.version as newest, n.definition_key
            from tree t join newest n on n.process_id = t.process_id
            where t.version < n.version and n.definition_key is not null
            order by t.subject, t.depth desc, t.key
            """)
        .query(
            (row, i) ->
                new Old(
                    row.getLong("key"),
                    Objects.requireNonNull(row.getObject("subject", UUID.class)),
                    row.getString("process_id"),
                    row.getInt("version"),
                    row.getInt("newest"),
                    row.getLong("definition_key")))
        .list();
  }

  List<String> standing(long instance) {
    return jdbc.sql(
            "select element_id from engine.active_element where process_instance_key = :key")
        .param("key", instance)
        .query((row, i) -> row.getString("element_id"))
        .list();
  }

  /** Empty where that version was deployed before models were kept. */
  Optional<String> model(String processId, int version) {
    return jdbc.sql(
            "select xml from engine.process_model where process_id = :id and version = :version")
        .param("id", processId)
        .param("version", version)
        .query(String.class)
        .optional();
  }
}
