package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.ProcessPath.Kind;
import org.porchlight.engine.ProcessPath.Standing;
import org.porchlight.engine.ProcessPath.Step;
import org.porchlight.engine.trial.Trial;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a trivial process on the real broker, from its start to an early end. */
@PorchlightTest
class ProcessPathsTest {

  @Autowired Trial trial;
  @Autowired ProcessPaths paths;
  @Autowired Submissions submissions;

  @Test
  void shouldTellTheWayAndWhereItStands() {
    // given
    UUID subject = trial.start();
    long task = trial.awaitTask(subject);

    // then
    ProcessPath way = paths.of(subject).getFirst();
    assertThat(way.name()).isEqualTo("Trial");
    assertThat(way.passed())
        .extracting(Step::elementId)
        .contains("start_Trial", "f1", "task_Claim", "f2", "gateway_Current", "f3", "f5")
        .doesNotContain("f4", "trial");
    assertThat(way.now())
        .anySatisfy(
            standing -> {
              assertThat(standing.elementId()).isEqualTo("userTask_Trial");
              assertThat(standing.label()).isEqualTo("Try");
              assertThat(standing.halted()).isFalse();
            })
        .anySatisfy(standing -> assertThat(standing.kind()).isEqualTo(Kind.SCOPE));

    // when
    submissions.submit(task, UserId.random(), Map.of("note", "Fine", "decision", "GO"));
    await().atMost(Trial.PATIENCE).until(() -> trial.places(subject).contains("gateway_Answer"));
    trial.tell(subject, "engine.trialEnded", subject + ":end", Duration.ofHours(1));
    await().atMost(Trial.PATIENCE).until(() -> paths.of(subject).getFirst().endedAt() != null);

    // then
    way = paths.of(subject).getFirst();
    assertThat(way.now()).extracting(Standing::elementId).isEmpty();
    assertThat(way.passed())
        .extracting(Step::elementId)
        .contains("gateway_Answer", "boundary_Ended", "f9", "end_Early")
        .doesNotContain("f10", "f11");
    assertThat(way.passed()).allSatisfy(step -> assertThat(step.times()).isEqualTo(1));
  }

  @Test
  void shouldKeepTheModelOfEachVersion() {
    UUID subject = trial.start();
    trial.awaitTask(subject);
    ProcessPath way = paths.of(subject).getFirst();

    assertThat(way.modelKept()).isTrue();
    assertThat(paths.model("trial", way.version()))
        .hasValueSatisfying(xml -> assertThat(xml).contains("userTask_Trial"));
    assertThat(paths.model("trial", 9_999)).isEmpty();
    assertThat(paths.of(UUID.randomUUID())).isEmpty();
  }
}
