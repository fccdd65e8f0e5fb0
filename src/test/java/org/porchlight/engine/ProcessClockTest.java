package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.trial.Trial;
import org.porchlight.engine.trial.TrialEvents;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;

@PorchlightTest
class ProcessClockTest {

  @Autowired ProcessClock clock;
  @Autowired Trial trial;
  @Autowired TrialEvents events;
  @Autowired Submissions submissions;

  @Test
  void shouldFireTimersOfBothClocksWhenNothingIsInFlight() {
    // given a path that waits two days for an answer
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);
    submissions.submit(task, UserId.random(), Map.of("note", "Fine", "decision", "GO"));
    clock.awaitQuiet();
    assertThat(trial.places(subject)).contains("gateway_Answer");
    Instant before = clock.now();

    // when
    clock.advanceTo(before.plus(Duration.ofDays(3)));

    // then
    assertThat(clock.now()).isAfter(before.plus(Duration.ofDays(3)));
    assertThat(events.ends(subject)).hasSize(1);
    assertThat(events.ends(subject).getFirst().at()).isAfter(before.plus(Duration.ofDays(1)));
  }

  @Test
  void shouldSayThatNobodyWaitedForAMessageInTime() {
    UUID subject = trial.start();
    trial.awaitTask(subject);
    trial.tell(subject, "engine.trialAnswered", subject + ":early", Duration.ofHours(1));
    clock.awaitQuiet();
    assertThat(trial.states(subject, "engine.trialAnswered")).containsExactly("SENT");

    clock.advanceBy(Duration.ofHours(3));

    trial.awaitState(subject, "engine.trialAnswered", "EXPIRED");
    assertThat(events.failures(subject))
        .singleElement()
        .extracting(CommandFailed::reason)
        .isEqualTo(CommandFailed.Reason.EXPIRED);
  }
}
