package org.porchlight.engine.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code engine.path}: which elements and flows each instance has passed, when first
 * and last, how often. One statement per batch.
 */
@Component
class Paths {

  /** The process is an instance of its own; a loop's body has the id of what it repeats. */
  private static final Set<String> NO_STEP = Set.of("PROCESS", "MULTI_INSTANCE_BODY");

  private static final Set<String> ENTERED =
      Set.of("PROCESS_INSTANCE.ELEMENT_ACTIVATED", "PROCESS_INSTANCE.SEQUENCE_FLOW_TAKEN");

  private final JdbcClient jdbc;

  Paths(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Step(long instance, String element) {}

  private record Passed(Instant first, Instant last, int times) {

    Passed and(Passed other) {
      return new Passed(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          times + other.times);
    }
  }

  /** Records must be new, in the transaction of their positions: each counts. */
  void add(List<EngineRecord> records) {
    Map<Step, Passed> steps = new LinkedHashMap<>();
    for (EngineRecord record : records) {
      if (ENTERED.contains(record.event()) && !NO_STEP.contains(record.elementType())) {
        Step step =
            new Step(
                Objects.requireNonNull(record.processInstanceKey()),
                Objects.requireNonNull(record.elementId()));
        steps.merge(step, new Passed(record.at(), record.at(), 1), Passed::and);
      }
    }
    if (!steps.isEmpty()) {
      store(steps);
    }
  }

  private void store(Map<Step, Passed> steps) {
    jdbc.sql(
            """
            insert into engine.path as p
              (process_instance_key, element_id, first_at, last_at, times)
            select instance, element, timestamptz 'epoch' + first * interval '1 millisecond',
              timestamptz 'epoch' + last * interval '1 millisecond', times
            from unnest(cast(:instances as bigint[]), cast(:elements as text[]),
              cast(:firsts as bigint[]), cast(:lasts as bigint[]), cast(:times as integer[]))
              as step (instance, element, first, last, times)
            on conflict (process_instance_key, element_id) do update
              set first_at = least(p.first_at, excluded.first_at),
                last_at = greatest(p.last_at, excluded.last_at),
                times = p.times + excluded.times
            """)
        .param("instances", steps.keySet().stream().map(Step::instance).toArray(Long[]::new))
        .param("elements", steps.keySet().stream().map(Step::element).toArray(String[]::new))
        .param(
            "firsts",
            steps.values().stream().map(step -> step.first().toEpochMilli()).toArray(Long[]::new))
        .param(
            "lasts",
            steps.values().stream().map(step -> step.last().toEpochMilli()).toArray(Long[]::new))
        .param("times", steps.values().stream().map(Passed::times).toArray(Integer[]::new))
        .update();
  }
}
