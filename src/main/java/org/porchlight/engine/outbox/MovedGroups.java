package org.porchlight.engine.outbox;

import java.util.UUID;
import org.porchlight.engine.TaskGroupMoved;
import org.porchlight.engine.TaskGroups;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps where each group of a start has come to, and what is shared; the view of open tasks reads
 * it.
 */
@Repository
class MovedGroups implements TaskGroups {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  MovedGroups(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  @Override
  @Transactional
  public void move(UUID subject, String from, String to) {
    if (from.equals(to)) {
      return;
    }
    jdbc.sql("update engine.group_move set to_group = ? where subject = ? and to_group = ?")
        .params(to, subject, from)
        .update();
    jdbc.sql(
            """
            insert into engine.group_move (subject, from_group, to_group) values (?, ?, ?)
            on conflict (subject, from_group) do update set to_group = excluded.to_group
            """)
        .params(subject, from, to)
        .update();
    jdbc.sql("delete from engine.group_move where subject = ? and from_group = to_group")
        .param(subject)
        .update();
    events.publishEvent(new TaskGroupMoved(subject, from, to));
  }

  @Override
  @Transactional
  public void stay(UUID subject, String group) {
    jdbc.sql("delete from engine.group_move where subject = ? and from_group = ?")
        .params(subject, group)
        .update();
  }

  @Override
  @Transactional
  public void share(UUID subject, String elementId, String group) {
    jdbc.sql(
            """
            insert into engine.task_share (task_key, group_name)
            select key, ? from engine.open_task
            where subject = ? and element_id = ? and not (? = any (groups))
            on conflict do nothing
            """)
        .params(group, subject, elementId, group)
        .update();
  }
}
