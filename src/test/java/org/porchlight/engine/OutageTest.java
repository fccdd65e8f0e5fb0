package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.trial.RecordTrialWorker;
import org.porchlight.engine.trial.Trial;
import org.porchlight.engine.trial.TrialEvents;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;

/** A server is away for ten minutes while people work on: late, but nothing is lost. */
@PorchlightTest
class OutageTest {

  private static final Duration OUTAGE = Duration.ofMinutes(10);
  private static final Map<String, Object> ENTERED = Map.of("note", "Fine", "decision", "GO");

  @Autowired Trial trial;
  @Autowired TrialEvents events;
  @Autowired Submissions submissions;
  @Autowired RecordTrialWorker recorder;
  @Autowired ProcessClock time;
  @Autowired TestClock clock;

  @Test
  void shouldConfirmEverythingAfterKafkaWasAway() {
    // given cases that stand at a task
    List<UUID> running = Stream.generate(trial::start).limit(5).toList();
    List<Long> tasks = running.stream().map(trial::awaitTask).toList();
    time.awaitQuiet();

    // when people work on, cases begin, and the engine goes on without Kafka
    List<UUID> begun =
        TestServers.whileAway(
            TestServers.kafka(),
            () -> {
              tasks.forEach(task -> submissions.submit(task, UserId.random(), ENTERED));
              List<UUID> more = Stream.generate(trial::start).limit(3).toList();
              await().atMost(Trial.PATIENCE).until(() -> running.stream().allMatch(this::recorded));
              time.advanceUnsettled(OUTAGE);
              assertThat(running)
                  .allSatisfy(
                      one ->
                          assertThat(trial.states(one, "userTask_Trial")).containsExactly("SENT"));
              return more;
            });

    // then
    assertWorkedOn(running);
    begun.forEach(trial::awaitTask);
  }

  @Test
  void shouldSendEverythingAfterTheEngineWasAway() {
    List<UUID> running = Stream.generate(trial::start).limit(5).toList();
    List<Long> tasks = running.stream().map(trial::awaitTask).toList();
    time.awaitQuiet();

    List<UUID> begun =
        TestServers.whileAway(
            TestServers.broker(),
            () -> {
              tasks.forEach(task -> submissions.submit(task, UserId.random(), ENTERED));
              List<UUID> more = Stream.generate(trial::start).limit(3).toList();
              assertThat(running)
                  .allSatisfy(
                      one -> {
                        assertThat(trial.openTasks(one)).isEmpty();
                        assertThat(trial.states(one, "userTask_Trial")).doesNotContain("CONFIRMED");
                      });
              clock.advance(OUTAGE);
              return more;
            });

    assertWorkedOn(running);
    begun.forEach(trial::awaitTask);
  }

  private boolean recorded(UUID subject) {
    return !recorder.deliveries(subject).isEmpty();
  }

  private void assertWorkedOn(List<UUID> running) {
    for (UUID subject : running) {
      trial.awaitState(subject, "userTask_Trial", "CONFIRMED");
      await().atMost(Trial.PATIENCE).until(() -> trial.places(subject).contains("gateway_Answer"));
      assertThat(trial.states(subject, "engine.trialStarted")).containsExactly("CONFIRMED");
      assertThat(events.failures(subject)).isEmpty();
      assertThat(events.ends(subject)).isEmpty();
      assertThat(recorder.deliveries(subject).stream().map(Job::elementInstanceKey).distinct())
          .hasSize(1);
    }
  }
}
