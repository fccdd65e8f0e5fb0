package org.porchlight.tasks.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.access.UserLeft;
import org.porchlight.engine.TaskGroupMoved;
import org.porchlight.shared.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has taken which task on. */
@Component
class Claims {

  private final JdbcClient jdbc;
  private final Clock clock;

  Claims(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The first wins; returns who has it now. */
  UserId claim(long taskKey, UserId by) {
    jdbc.sql(
            """
            insert into tasks.claim (task_key, assignee, claimed_at) values (?, ?, ?)
            on conflict (task_key) do nothing
            """)
        .param(taskKey)
        .param(by.value())
        .param(Timestamp.from(clock.instant()))
        .update();
    return of(taskKey).orElse(by);
  }

  Optional<UserId> of(long taskKey) {
    return jdbc.sql("select assignee from tasks.claim where task_key = ?")
        .param(taskKey)
        .query(UUID.class)
        .optional()
        .map(UserId::new);
  }

  /** What somebody who left had taken on is the group's again. */
  @EventListener
  void on(UserLeft left) {
    jdbc.sql("delete from tasks.claim where assignee = ?").param(left.user().value()).update();
  }

  /** What a visitor had taken on is free again where the family was handed over. */
  @EventListener
  void on(TaskGroupMoved moved) {
    jdbc.sql(
            """
            delete from tasks.claim c using engine.open_task t
            where t.key = c.task_key and t.subject = ? and 'visitor:' || c.assignee = ?
            """)
        .params(moved.subject(), moved.from())
        .update();
  }

  /** Nothing happens where somebody else has it. */
  void release(long taskKey, UserId by) {
    jdbc.sql("delete from tasks.claim where task_key = ? and assignee = ?")
        .param(taskKey)
        .param(by.value())
        .update();
  }
}
