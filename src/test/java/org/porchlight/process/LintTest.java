package org.porchlight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of our own lint catches the file that breaks it, and only that. */
class LintTest {

  /** Findings of bpmnlint's own rules end with the rule's name. */
  private static final Pattern NOT_OURS = Pattern.compile(".*\\([a-z][a-z/0-9-]+\\)");

  private static int exitCode;
  private static List<String> findings = List.of();

  @BeforeAll
  static void lintTheBrokenFiles() throws IOException, InterruptedException {
    Path broken = Path.of("src/test/resources/bpmn-broken").toAbsolutePath();
    Process lint =
        new ProcessBuilder("node", "lint.mjs", broken.toString())
            .directory(Path.of("src/web").toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    exitCode = lint.waitFor();
    findings = output.lines().filter(line -> !NOT_OURS.matcher(line).matches()).toList();
  }

  @Test
  void shouldFail() {
    assertThat(exitCode).as("%s", findings).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          other-name        | process          | name as its id
          parallel-join     | gateway_Split    | no parallel or inclusive gateways
          inclusive-join    | gateway_Split    | no parallel or inclusive gateways
          nameless-question | gateway_Split    | name the gateway with its question
          generated-id      | Flow_0y7x6do     | give the conditional flow an id that says when it is taken
          missing-decision  | task_Decide      | there is no bpmn/nowhere.dmn
          missing-form      | userTask_Do      | there is no forms/nowhere.form
          unlisted-forms    | userTask_Do      | list the forms that its variable may name
          literal-duration  | timer_Overdue    | the timer must be a date from one variable
          hosts-time        | timer_Overdue    | the timer must be a date from one variable
          """)
  void shouldFindTheOneFaultOf(String file, String element, String rule) {
    assertThat(of("bpmn/" + file + ".bpmn"))
        .singleElement()
        .asString()
        .startsWith("bpmn/" + file + ".bpmn: " + element + ": ")
        .contains(rule);
  }

  @Test
  void shouldWantExplicitMappingsOfACall() {
    assertThat(of("bpmn/copying-call.bpmn"))
        .hasSize(2)
        .anyMatch(line -> line.contains("propagateAllParentVariables to false"))
        .anyMatch(line -> line.contains("bindingType \"deployment\""));
  }

  @Test
  void shouldWantEveryUserTaskNativeOwnedDueFormedAndTimed() {
    assertThat(of("bpmn/bare-task.bpmn"))
        .hasSize(5)
        .anyMatch(line -> line.contains("native Camunda user task"))
        .anyMatch(line -> line.contains("due date"))
        .anyMatch(line -> line.contains("owner"))
        .anyMatch(line -> line.contains("name its form"))
        .anyMatch(line -> line.contains("nothing waits for ever"));
  }

  @Test
  void shouldFindWhatTheServerCouldNotCheckInForms() {
    assertThat(of("forms/broken.form"))
        .hasSize(10)
        .anyMatch(line -> line.contains("its id must be the file's name"))
        .anyMatch(line -> line.contains("schemaVersion must be 18"))
        .anyMatch(line -> line.contains("twin: needs an id of its own"))
        .anyMatch(line -> line.contains("the key count is taken"))
        .anyMatch(line -> line.contains("type \"iframe\" is not one"))
        .anyMatch(line -> line.contains("a dynamic list must be fixed"))
        .anyMatch(line -> line.contains("shout: needs a key in camelCase"))
        .anyMatch(line -> line.contains("silent: needs a label"))
        .anyMatch(line -> line.contains("empty: needs options"))
        .anyMatch(line -> line.contains("endless: needs a maxLength"));
  }

  @Test
  void shouldWantWholeTablesThatSayWhatTheyAreFor() {
    assertThat(of("bpmn/ragged.dmn"))
        .hasSize(3)
        .anyMatch(line -> line.contains("rule_Silent: a cell for each"))
        .anyMatch(line -> line.contains("rule_Silent: say in words"))
        .anyMatch(line -> line.contains("end with a rule that catches the rest"));
  }

  @Test
  void shouldFindNothingInSoundFiles() {
    assertThat(of("bpmn/sound.bpmn")).isEmpty();
    assertThat(of("forms/sound.form")).isEmpty();
  }

  private static List<String> of(String file) {
    return findings.stream().filter(line -> line.startsWith(file + ":")).toList();
  }
}
