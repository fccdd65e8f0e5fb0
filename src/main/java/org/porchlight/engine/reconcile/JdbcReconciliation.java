package org.porchlight.engine.reconcile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.LiveSubjects;
import org.porchlight.engine.LyingSubjects;
import org.porchlight.engine.Reconciliation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reconciles by the projections of the record feed, so no fresher than they are. */
@Component
class JdbcReconciliation implements Reconciliation {

  /** The invariants allow five seconds from a commit to the engine and back. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final ObjectProvider<LiveSubjects> owners;
  private final ObjectProvider<LyingSubjects> lying;
  private final Clock clock;

  JdbcReconciliation(
      JdbcClient jdbc,
      ObjectProvider<LiveSubjects> owners,
      ObjectProvider<LyingSubjects> lying,
      Clock clock) {
    this.jdbc = jdbc;
    this.owners = owners;
    this.lying = lying;
    this.clock = clock;
  }

  private record Root(long key, @Nullable UUID subject) {}

  @Override
  @Transactional(readOnly = true)
  public Report report() {
    Instant now = clock.instant();
    List<UUID> subjects = new ArrayList<>();
    List<Long> roots = new ArrayList<>();
    Set<UUID> starting = starting();
    owners.forEach(owner -> compare(owner, now.minus(ON_ITS_WAY), starting, subjects, roots));
    List<UUID> leftLying = new ArrayList<>();
    lying.forEach(owner -> leftLying.addAll(owner.lying(now.minus(TOO_LONG))));
    return new Report(now, subjects, roots, commands(now), tasks(now), incidents(), leftLying);
  }

  private void compare(
      LiveSubjects owner,
      Instant before,
      Set<UUID> starting,
      List<UUID> subjects,
      List<Long> roots) {
    Map<UUID, Instant> live = new HashMap<>(owner.liveSubjects());
    Set<UUID> rooted = new HashSet<>();
    for (Root root : roots(owner.processId(), before)) {
      if (root.subject() == null || !live.containsKey(root.subject())) {
        roots.add(root.key());
      } else {
        rooted.add(root.subject());
      }
    }
    live.forEach(
        (subject, since) -> {
          if (since.isBefore(before) && !rooted.contains(subject) && !starting.contains(subject)) {
            subjects.add(subject);
          }
        });
  }

  private List<Root> roots(String processId, Instant startedBefore) {
    return jdbc.sql(
            """
            select i.key, r.subject from engine.process_instance i
            left join engine.process_root r on r.root_key = i.key
            where i.process_id = :process and i.state = 'ACTIVE' and i.parent_key is null
              and (i.started_at < :before or r.subject is not null)
            """)
        .param("process", processId)
        .param("before", Timestamp.from(startedBefore))
        .query((row, i) -> new Root(row.getLong("key"), row.getObject("subject", UUID.class)))
        .list();
  }

  /** Subjects with a message that the engine has not been given yet. */
  private Set<UUID> starting() {
    return new HashSet<>(
        jdbc.sql(
                """
                select subject from engine.command where kind = 'MESSAGE' and state = 'PENDING'
                """)
            .query((row, i) -> Objects.requireNonNull(row.getObject("subject", UUID.class)))
            .list());
  }

  /** A message may be kept by the engine for days: only one that it does not know is in doubt. */
  private List<CommandInDoubt> commands(Instant now) {
    return jdbc.sql(
            """
            select id, subject, name, state, coalesce(last_error, '') as error
            from engine.command
            where created_at < :before and (state = 'PENDING' and attempts > 1
              or state = 'SENT' and (kind <> 'MESSAGE' or engine_key is null))
            order by seq
            """)
        .param("before", Timestamp.from(now.minus(TOO_LONG)))
        .query(
            (row, i) ->
                new CommandInDoubt(
                    row.getObject("id", UUID.class),
                    row.getObject("subject", UUID.class),
                    row.getString("name"),
                    row.getString("state"),
                    row.getString("error")))
        .list();
  }

  private List<Long> tasks(Instant now) {
    return jdbc.sql(
            """
            select t.key from engine.user_task t
            left join engine.process_instance i on i.key = t.process_instance_key
            left join engine.process_root r on r.root_key = i.root_key
            left join engine.form f on f.form_key = t.form_key
            where t.state = 'CREATED' and t.created_at < :before
              and (r.subject is null or f.form_key is null or cardinality(t.groups) = 0)
            order by t.key
            """)
        .param("before", Timestamp.from(now.minus(ON_ITS_WAY)))
        .query((row, i) -> row.getLong("key"))
        .list();
  }

  private List<Incident> incidents() {
    return jdbc.sql(
            """
            select n.key, n.process_instance_key, n.element_id, n.error_type from engine.incident n
            join engine.process_instance i on i.key = n.process_instance_key
            where n.resolved_at is null and i.state = 'ACTIVE' order by n.key
            """)
        .query(
            (row, i) ->
                new Incident(
                    row.getLong("key"),
                    row.getLong("process_instance_key"),
                    row.getString("element_id"),
                    row.getString("error_type")))
        .list();
  }
}
