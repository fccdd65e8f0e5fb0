package org.porchlight.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionChangeTest {

  private final String model = read();

  @Test
  void shouldMapEveryElementToItsOwnId() {
    MigrationPlan plan = VersionChange.of(model, model).plan(List.of("userTask_ChooseVisitors"));

    assertThat(plan.hindrances()).isEmpty();
    assertThat(plan.mapped())
        .contains(
            "userTask_ChooseVisitors",
            "timer_ChooseVisitorsOverdue",
            "gateway_AwaitPair",
            "event_PairAnswered",
            "event_VisitorsSilent");
  }

  @Test
  void shouldSayWhatIsGone() {
    String renamed = model.replace("userTask_ChooseVisitors", "userTask_FindOthers");

    MigrationPlan plan = VersionChange.of(model, renamed).plan(List.of("userTask_ChooseVisitors"));

    assertThat(plan.hindrances()).containsExactly("userTask_ChooseVisitors is gone");
    assertThat(plan.mapped()).doesNotContain("userTask_ChooseVisitors");
  }

  @Test
  void shouldLetThoseMoveThatStandElsewhere() {
    String renamed = model.replace("userTask_ChooseVisitors", "userTask_FindOthers");

    assertThat(VersionChange.of(model, renamed).plan(List.of("gateway_AwaitPair")).hindrances())
        .isEmpty();
  }

  @Test
  void shouldSayWhatHasBecomeSomethingElse() {
    String changed =
        model
            .replace("<bpmn:userTask id=\"userTask_Choose", "<bpmn:manualTask id=\"userTask_Choose")
            .replace("</bpmn:userTask>", "</bpmn:manualTask>");

    assertThat(
            VersionChange.of(model, changed).plan(List.of("userTask_ChooseVisitors")).hindrances())
        .containsExactly("userTask_ChooseVisitors was a userTask and is a manualTask");
  }

  /** An event that waits for something else is begun anew, and not taken for the old one. */
  @Test
  void shouldNotMapAnEventThatWaitsForSomethingElse() {
    String changed =
        model.replaceFirst(
            "(?s)(id=\"event_VisitorsSilent\".*?)<bpmn:timerEventDefinition.*?</bpmn:timerEventDefinition>",
            "$1<bpmn:messageEventDefinition/>");

    MigrationPlan plan = VersionChange.of(model, changed).plan(List.of("gateway_AwaitPair"));

    assertThat(plan.mapped()).doesNotContain("event_VisitorsSilent").contains("gateway_AwaitPair");
  }

  private static String read() {
    try {
      return Files.readString(Path.of("bpmn/assign-visitors.bpmn"));
    } catch (IOException e) {
      throw new IllegalStateException("The tests run in the project's folder", e);
    }
  }
}
