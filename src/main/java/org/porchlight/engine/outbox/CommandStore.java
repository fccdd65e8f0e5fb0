package org.porchlight.engine.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.porchlight.engine.internal.EngineJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of {@code engine.command}. Leases and back-off go by the database's clock, which all
 * replicas share.
 */
@Component
class CommandStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  CommandStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Queues an act in the caller's transaction; false where it is queued or done already. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean add(NewCommand command) {
    return add(command, "PENDING");
  }

  /** Records a completion whose task was gone before it came: it is never sent. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean addOvertaken(NewCommand command) {
    return add(command, "OVERTAKEN");
  }

  private boolean add(NewCommand command, String state) {
    Timestamp now = Timestamp.from(clock.instant());
    return jdbc.sql(
                """
                insert into engine.command (id, act_key, kind, subject, name, engine_key,
                  correlation_key, message_id, time_to_live_ms, variables, submission_id, state,
                  created_at, settled_at)
                values (:id, :actKey, :kind, :subject, :name, :engineKey, :correlationKey,
                  :messageId, :ttl, :variables, :submission, :state, :now, :settled)
                on conflict (act_key) do nothing
                """)
            .param("id", command.id())
            .param("actKey", command.actKey())
            .param("kind", command.kind().name())
            .param("subject", command.subject())
            .param("name", command.name())
            .param("engineKey", command.engineKey())
            .param("correlationKey", command.correlationKey())
            .param("messageId", command.messageId())
            .param("ttl", command.timeToLiveMillis())
            .param("variables", EngineJson.write(command.variables()))
            .param("submission", command.submissionId())
            .param("state", state)
            .param("now", now)
            .param("settled", state.equals("PENDING") ? null : now)
            .update()
        == 1;
  }

  /**
   * Takes up to {@code limit} commands that are due, the first of each subject only, and keeps them
   * from other replicas for {@code lease}. A command whose sender dies is taken again after it.
   */
  @Transactional
  List<Command> take(int limit, Duration lease) {
    return jdbc.sql(
            """
            update engine.command set attempts = attempts + 1,
              next_attempt_at = clock_timestamp() + make_interval(secs => :lease)
            where id in (
              select c.id from engine.command c
              where c.state = 'PENDING' and c.next_attempt_at <= clock_timestamp()
                and not exists (select 1 from engine.command e
                  where e.subject = c.subject and e.seq < c.seq and e.state = 'PENDING')
              order by c.seq limit :limit
              for update skip locked)
            returning id, kind, name, engine_key, correlation_key, message_id, time_to_live_ms,
              variables, attempts
            """)
        .param("lease", lease.toMillis() / 1000.0)
        .param("limit", limit)
        .query((row, i) -> command(row))
        .list();
  }

  private static Command command(ResultSet row) throws SQLException {
    return new Command(
        row.getObject("id", UUID.class),
        Command.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("engine_key", Long.class),
        row.getString("correlation_key"),
        row.getString("message_id"),
        row.getObject("time_to_live_ms", Long.class),
        row.getString("variables"),
        row.getInt("attempts"));
  }

  /** The engine has it, or has had it: what became of it comes through the record feed. */
  void sent(UUID id, String note) {
    jdbc.sql(
            """
            update engine.command set state = 'SENT', sent_at = :now, last_error = nullif(:note, '')
            where id = :id and state = 'PENDING'
            """)
        .param("id", id)
        .param("note", note)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Not now: again after {@code pause}. */
  void postpone(UUID id, String code, Duration pause) {
    jdbc.sql(
            """
            update engine.command set last_error = :code,
              next_attempt_at = clock_timestamp() + make_interval(secs => :pause)
            where id = :id and state = 'PENDING'
            """)
        .param("id", id)
        .param("code", code)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  /**
   * The engine will never take it. The act key of a completion is set free, so that its task is
   * back in the queue and can be submitted again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean refuse(UUID id, String code) {
    return jdbc.sql(
                """
                update engine.command set state = 'REFUSED', last_error = :code, settled_at = :now,
                  act_key = case kind when 'COMPLETE' then act_key || ':refused:' || id
                    else act_key end
                where id = :id and state = 'PENDING'
                """)
            .param("id", id)
            .param("code", code)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }
}
