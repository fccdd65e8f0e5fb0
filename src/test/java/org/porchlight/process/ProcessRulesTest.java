package org.porchlight.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.porchlight.process.ProcessModel.BPMN;
import static org.porchlight.process.ProcessModel.ZEEBE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of bpmn/README.md and of the forms' listed subset. */
class ProcessRulesTest {

  private static final Set<String> FORM_FIELDS =
      Set.of(
          "text",
          "textfield",
          "textarea",
          "number",
          "datetime",
          "select",
          "radio",
          "checkbox",
          "checklist",
          "group");

  private final ProcessModel model = ProcessModel.all();

  @Test
  void shouldNameEachFileAfterItsProcess() {
    Set<String> processes = model.attributes(BPMN, "process", "id");
    assertThat(ProcessModel.files("bpmn", ".bpmn"))
        .extracting(file -> file.getFileName().toString().replace(".bpmn", ""))
        .containsExactlyElementsOf(processes);
  }

  @Test
  void shouldWaitForVariablesOnly() {
    List<Element> timers = model.elements(BPMN, "timerEventDefinition");
    assertThat(timers).isNotEmpty();
    for (Element timer : timers) {
      assertThat(ProcessModel.children(timer, BPMN, "timeDate")).hasSize(1);
      assertThat(timer.getTextContent().strip()).matches("=[a-z][A-Za-z]*(At|Until)");
    }
  }

  @Test
  void shouldNotJoinAcrossWaits() {
    assertThat(model.elements(BPMN, "parallelGateway")).isEmpty();
    assertThat(model.elements(BPMN, "inclusiveGateway")).isEmpty();
  }

  @Test
  void shouldNameWhatHasAChoice() {
    for (Element flow : model.elements(BPMN, "sequenceFlow")) {
      if (!ProcessModel.children(flow, BPMN, "conditionExpression").isEmpty()) {
        assertThat(flow.getAttribute("name")).as(flow.getAttribute("id")).isNotBlank();
      }
      assertThat(flow.getAttribute("id")).doesNotMatch("Flow_[0-9a-z]{7}");
    }
  }

  @TestFactory
  List<DynamicTest> shouldGiveEveryUserTaskAFormAnOwnerAndATimer() {
    return model.elements(BPMN, "userTask").stream()
        .map(task -> DynamicTest.dynamicTest(task.getAttribute("id"), () -> check(task)))
        .toList();
  }

  private void check(Element task) {
    String id = task.getAttribute("id");
    Element form = ProcessModel.children(task, ZEEBE, "formDefinition").getFirst();
    Element owner = ProcessModel.children(task, ZEEBE, "assignmentDefinition").getFirst();
    Element schedule = ProcessModel.children(task, ZEEBE, "taskSchedule").getFirst();
    assertThat(ProcessModel.children(task, ZEEBE, "userTask")).hasSize(1);
    assertThat(form.getAttribute("bindingType")).isEqualTo("deployment");
    assertThat(ProcessModel.formsOf(task)).isNotEmpty();
    ProcessModel.formsOf(task)
        .forEach(name -> assertThat(Path.of("forms", name + ".form")).exists());
    assertThat(owner.getAttribute("candidateGroups")).startsWith("=");
    assertThat(owner.hasAttribute("assignee")).isFalse();
    String due = schedule.getAttribute("dueDate");
    assertThat(model.elements(BPMN, "boundaryEvent"))
        .as("a timer at the due date of %s that does not interrupt", id)
        .anyMatch(
            event ->
                event.getAttribute("attachedToRef").equals(id)
                    && event.getAttribute("cancelActivity").equals("false")
                    && event.getTextContent().contains(due));
  }

  @TestFactory
  List<DynamicTest> shouldUseOnlyTheListedFormFields() {
    return ProcessModel.files("forms", ".form").stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
        .toList();
  }

  private static void check(Path file) throws IOException {
    JsonNode form = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(form.get("id").asString() + ".form").isEqualTo(file.getFileName().toString());
    check(form);
  }

  private static void check(JsonNode parent) {
    for (JsonNode field : parent.path("components")) {
      assertThat(field.get("type").asString()).isIn(FORM_FIELDS);
      if (field.has("key")) {
        assertThat(field.get("key").asString()).matches("[a-z][A-Za-z]*");
      }
      check(field);
    }
  }
}
