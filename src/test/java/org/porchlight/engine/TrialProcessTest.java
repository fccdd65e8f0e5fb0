package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.trial.RecordTrialWorker;
import org.porchlight.engine.trial.Trial;
import org.porchlight.engine.trial.TrialEvents;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A trivial process on the real broker: through the queue, submitted, completed, and what can go
 * wrong.
 */
@PorchlightTest
class TrialProcessTest {

  private static final Map<String, Object> ENTERED = Map.of("note", "Fine", "decision", "GO");

  @Autowired Trial trial;
  @Autowired TrialEvents events;
  @Autowired Submissions submissions;
  @Autowired RecordTrialWorker recorder;
  @Autowired JdbcClient jdbc;
  @Autowired CamundaClient client;
  @Autowired TransactionTemplate transaction;

  @Test
  void shouldShowTheTaskAndCompleteItAsSubmitted() {
    // given
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);
    UserId person = UserId.random();

    // when
    Submission saved = submissions.submit(task, person, ENTERED);

    // then
    assertThat(trial.openTasks(subject)).isEmpty();
    trial.awaitState(subject, "userTask_Trial", "CONFIRMED");
    trial.awaitState(subject, "engine.trialStarted", "CONFIRMED");
    await().atMost(Trial.PATIENCE).until(() -> recorder.deliveries(subject).size() == 1);
    assertThat(recorder.deliveries(subject).getFirst().variables().submissionId())
        .isEqualTo(saved.id());
    assertThat(submissions.get(saved.id()).data()).isEqualTo(ENTERED);
    assertThat(submissions.get(saved.id()).by()).isEqualTo(person);
    await().atMost(Trial.PATIENCE).until(() -> trial.places(subject).contains("gateway_Answer"));
    assertThat(trial.places(subject)).containsExactly("gateway_Answer", "journey");
  }

  @Test
  void shouldGiveTheTaskWithItsGroupsAndDueDate() {
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);

    Map<String, Object> row =
        jdbc.sql(
                """
                select form_id, groups[1] as owner, due is not null as has_due
                from engine.open_task where key = :key
                """)
            .param("key", task)
            .query()
            .singleRow();

    assertThat(row)
        .containsEntry("form_id", "trial")
        .containsEntry("owner", "school:" + subject + ":coordinator")
        .containsEntry("has_due", true);
  }

  @Test
  void shouldTellTheSecondPersonWhatTheFirstSaved() {
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);
    Submission first = submissions.submit(task, UserId.random(), ENTERED);

    assertThatThrownBy(
            () ->
                submissions.submit(
                    task, UserId.random(), Map.of("note", "Other", "decision", "STOP")))
        .isInstanceOfSatisfying(
            TaskAlreadyDone.class, done -> assertThat(done.saved().id()).isEqualTo(first.id()));
    trial.awaitState(subject, "userTask_Trial", "CONFIRMED");
  }

  @Test
  void shouldKeepALateSubmissionWithoutEffect() {
    // given a task that was cancelled after the page was opened
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);
    trial.tell(subject, "engine.trialEnded", subject + ":end", Duration.ofHours(1));
    await().atMost(Trial.PATIENCE).until(() -> events.ends(subject).size() == 1);

    // when
    Submission late = submissions.submit(task, UserId.random(), ENTERED);

    // then
    assertThat(submissions.get(late.id()).data()).isEqualTo(ENTERED);
    assertThat(trial.states(subject, "userTask_Trial")).containsExactly("OVERTAKEN");
    assertThat(events.failures(subject))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.reason()).isEqualTo(CommandFailed.Reason.OVERTAKEN);
              assertThat(failure.submissionId()).isEqualTo(late.id());
            });
    assertThat(recorder.deliveries(subject)).isEmpty();
  }

  @Test
  void shouldDropTheSecondMessageOfOneId() {
    UUID subject = trial.start();
    trial.start(subject, 1, Map.of());
    long task = trial.awaitTask(subject);

    assertThat(trial.states(subject, "engine.trialStarted")).hasSize(1);
    assertThat(trial.openTasks(subject)).containsExactly(task);
  }

  @Test
  void shouldEndAnInstanceOfARunThatIsNotCurrent() {
    // given a run, and an older one that comes late
    UUID subject = UUID.randomUUID();
    trial.start(subject, 2, Map.of());
    long task = trial.awaitTask(subject);
    trial.start(subject, 1, Map.of());

    // then
    await()
        .atMost(Trial.PATIENCE)
        .until(
            () ->
                trial
                    .states(subject, "engine.trialStarted")
                    .equals(List.of("CONFIRMED", "CONFIRMED")));
    assertThat(trial.openTasks(subject)).containsExactly(task);
    assertThat(events.ends(subject)).isEmpty();
  }

  @Test
  void shouldSayThatARootHasEnded() {
    UUID subject = trial.start();
    trial.awaitTask(subject);

    trial.tell(subject, "engine.trialEnded", subject + ":end", Duration.ofHours(1));

    await().atMost(Trial.PATIENCE).until(() -> events.ends(subject).size() == 1);
    assertThat(events.ends(subject).getFirst())
        .satisfies(
            end -> {
              assertThat(end.run()).isEqualTo(1);
              assertThat(end.cancelled()).isFalse();
            });
    // The event is told inside the transaction that stores the rest of its batch.
    await().atMost(Trial.PATIENCE).until(() -> trial.places(subject).isEmpty());
    assertThat(trial.openTasks(subject)).isEmpty();
  }

  @Test
  void shouldConfirmACompletionThatWasSentTwice() {
    // given a first sending whose answer was lost
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);

    // when
    transaction.executeWithoutResult(
        status -> {
          submissions.submit(task, UserId.random(), ENTERED);
          client.newCompleteUserTaskCommand(task).send().join();
        });

    // then the engine answers 404 to the second, and the feed tells that the task was completed
    trial.awaitState(subject, "userTask_Trial", "CONFIRMED");
    assertThat(events.failures(subject)).isEmpty();
  }

  @Test
  void shouldOvertakeACompletionWhoseTaskIsCancelledMeanwhile() {
    // given a submission that is being saved while the engine cancels the task
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);

    // when
    transaction.executeWithoutResult(
        status -> {
          submissions.submit(task, UserId.random(), ENTERED);
          client.newCancelInstanceCommand(root(subject)).send().join();
        });

    // then the engine answers the same 404, and the feed tells that the task was cancelled
    trial.awaitState(subject, "userTask_Trial", "OVERTAKEN");
    await().atMost(Trial.PATIENCE).until(() -> events.ends(subject).size() == 1);
    assertThat(events.ends(subject).getFirst().cancelled()).isTrue();
    assertThat(events.failures(subject))
        .singleElement()
        .extracting(CommandFailed::reason)
        .isEqualTo(CommandFailed.Reason.OVERTAKEN);
    assertThat(recorder.deliveries(subject)).isEmpty();
  }

  private long root(UUID subject) {
    return jdbc.sql("select root_key from engine.process_root where subject = :s")
        .param("s", subject)
        .query(Long.class)
        .single();
  }
}
