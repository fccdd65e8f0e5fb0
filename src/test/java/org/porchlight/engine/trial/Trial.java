package org.porchlight.engine.trial;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs of the trivial process {@code trial}, each of its own subject. */
@Component
public class Trial {

  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Clock clock;

  Trial(ProcessEngine engine, JdbcClient jdbc, Clock clock) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public UUID start() {
    return start(Map.of());
  }

  public UUID start(Map<String, Object> more) {
    UUID subject = UUID.randomUUID();
    start(subject, 1, more);
    return subject;
  }

  public void start(UUID subject, int run, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("subject", subject.toString());
    variables.put("run", run);
    variables.put("questionId", subject.toString());
    variables.put("dueAt", clock.instant().plus(Duration.ofDays(1)).toString());
    engine.publish(
        new ProcessMessage(
            "engine.trialStarted",
            subject + ":" + run,
            subject + ":" + run,
            Duration.ofDays(7),
            subject,
            variables));
  }

  public void tell(UUID subject, String name, String messageId, Duration timeToLive) {
    engine.publish(
        new ProcessMessage(name, subject.toString(), messageId, timeToLive, subject, Map.of()));
  }

  public long awaitTask(UUID subject) {
    AtomicReference<Long> key = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              List<Long> found = openTasks(subject);
              found.forEach(key::set);
              return !found.isEmpty();
            });
    return key.get();
  }

  public List<Long> openTasks(UUID subject) {
    return jdbc.sql("select key from engine.open_task where subject = :subject")
        .param("subject", subject)
        .query(Long.class)
        .list();
  }

  /** States of the subject's commands of this name, oldest first. */
  public List<String> states(UUID subject, String name) {
    return jdbc.sql(
            "select state from engine.command where subject = :s and name = :n order by seq")
        .param("s", subject)
        .param("n", name)
        .query(String.class)
        .list();
  }

  public void awaitState(UUID subject, String name, String state) {
    await().atMost(PATIENCE).until(() -> states(subject, name).equals(List.of(state)));
  }

  /** Element ids where the subject's instances stand. */
  public List<String> places(UUID subject) {
    return jdbc.sql("select element_id from engine.place where subject = :s order by element_id")
        .param("s", subject)
        .query(String.class)
        .list();
  }
}
