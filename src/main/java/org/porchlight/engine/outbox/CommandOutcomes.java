package org.porchlight.engine.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.CommandFailed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of commands, as the record feed tells it. Where a command had no effect, a {@link
 * CommandFailed} goes out in the same transaction.
 */
@Component
public class CommandOutcomes {

  private final JdbcClient jdbc;
  private final CommandStore commands;
  private final ApplicationEventPublisher events;

  CommandOutcomes(JdbcClient jdbc, CommandStore commands, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.commands = commands;
    this.events = events;
  }

  private record Settled(UUID id, UUID subject, String name, @Nullable UUID submission) {}

  @Transactional
  public void refused(UUID id, String code) {
    if (commands.refuse(id, code)) {
      Settled command =
          jdbc.sql("select id, subject, name, submission_id from engine.command where id = :id")
              .param("id", id)
              .query((row, i) -> settled(row))
              .single();
      failed(command, CommandFailed.Reason.REFUSED);
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void taskCompleted(long taskKey, Instant at) {
    settle(Command.Kind.COMPLETE, taskKey, "CONFIRMED", at);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void taskCancelled(long taskKey, Instant at) {
    settle(Command.Kind.COMPLETE, taskKey, "OVERTAKEN", at)
        .forEach(command -> failed(command, CommandFailed.Reason.OVERTAKEN));
  }

  /** The root has ended: what a cancellation asked for is the case, whoever did it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rootEnded(long rootKey, Instant at) {
    settle(Command.Kind.CANCEL, rootKey, "CONFIRMED", at);
  }

  /** The engine keeps the message; somebody who waits may have met it already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void messagePublished(String messageId, long messageKey, Instant at) {
    int known =
        jdbc.sql(
                """
                update engine.command set engine_key = :key,
                  sent_at = coalesce(sent_at, :at),
                  state = case when state = 'PENDING' then 'SENT' else state end
                where kind = 'MESSAGE' and message_id = :messageId
                """)
            .param("key", messageKey)
            .param("messageId", messageId)
            .param("at", Timestamp.from(at))
            .update();
    if (known > 0 && forgetCorrelation(messageKey)) {
      settle(Command.Kind.MESSAGE, messageKey, "CONFIRMED", at);
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void messageCorrelated(long messageKey, Instant at) {
    int known =
        jdbc.sql(
                """
                update engine.command set state = 'CONFIRMED', settled_at = :at
                where kind = 'MESSAGE' and engine_key = :key
                """)
            .param("key", messageKey)
            .param("at", Timestamp.from(at))
            .update();
    if (known == 0) {
      jdbc.sql(
              """
              insert into engine.correlation (message_key, at) values (:key, :at)
              on conflict do nothing
              """)
          .param("key", messageKey)
          .param("at", Timestamp.from(at))
          .update();
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void messageExpired(long messageKey, Instant at) {
    settle(Command.Kind.MESSAGE, messageKey, "EXPIRED", at)
        .forEach(command -> failed(command, CommandFailed.Reason.EXPIRED));
  }

  private boolean forgetCorrelation(long messageKey) {
    return jdbc.sql("delete from engine.correlation where message_key = :key")
            .param("key", messageKey)
            .update()
        > 0;
  }

  private List<Settled> settle(Command.Kind kind, long engineKey, String state, Instant at) {
    return jdbc.sql(
            """
            update engine.command set state = :state, settled_at = :at
            where kind = :kind and engine_key = :key and state in ('PENDING', 'SENT')
            returning id, subject, name, submission_id
            """)
        .param("state", state)
        .param("kind", kind.name())
        .param("key", engineKey)
        .param("at", Timestamp.from(at))
        .query((row, i) -> settled(row))
        .list();
  }

  private static Settled settled(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Settled(
        row.getObject("id", UUID.class),
        row.getObject("subject", UUID.class),
        row.getString("name"),
        row.getObject("submission_id", UUID.class));
  }

  private void failed(Settled command, CommandFailed.Reason reason) {
    events.publishEvent(
        new CommandFailed(
            command.id(), command.subject(), command.name(), reason, command.submission()));
  }
}
