package org.porchlight.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ErrorType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowedFieldsTest {

  private static final String SECRET = "Ada Example";

  @Test
  void shouldLeaveVariablesOfATaskInside() {
    UserTaskRecordValue task = mock();
    when(task.getUserTaskKey()).thenReturn(7L);
    when(task.getProcessInstanceKey()).thenReturn(5L);
    when(task.getElementId()).thenReturn("userTask_X");
    when(task.getBpmnProcessId()).thenReturn("p");
    when(task.getDueDate()).thenReturn("2026-01-01T10:00Z");
    when(task.getCandidateGroupsList()).thenReturn(List.of("school:\"1\""));
    when(task.getVariables()).thenReturn(Map.of("name", SECRET));
    when(task.getAssignee()).thenReturn(SECRET);

    String json = write(ValueType.USER_TASK, UserTaskIntent.CREATED, task);

    assertThat(json)
        .contains("\"userTaskKey\":7", "\"candidateGroups\":[\"school:\\\"1\\\"\"]")
        .doesNotContain(SECRET);
  }

  @Test
  void shouldLeaveTheTextOfAnIncidentInside() {
    IncidentRecordValue incident = mock();
    when(incident.getElementId()).thenReturn("task_X");
    when(incident.getErrorType()).thenReturn(ErrorType.JOB_NO_RETRIES);
    when(incident.getErrorMessage()).thenReturn(SECRET);

    assertThat(write(ValueType.INCIDENT, IncidentIntent.CREATED, incident))
        .contains("\"errorType\":\"JOB_NO_RETRIES\"")
        .doesNotContain(SECRET);
  }

  @Test
  void shouldLeaveVariablesOfAMessageInside() {
    MessageRecordValue message = mock();
    when(message.getName()).thenReturn("cases.caseOpened");
    when(message.getMessageId()).thenReturn("id");
    when(message.getVariables()).thenReturn(Map.of("name", SECRET));

    assertThat(write(ValueType.MESSAGE, MessageIntent.PUBLISHED, message))
        .contains("\"messageId\":\"id\"")
        .doesNotContain(SECRET);
  }

  @Test
  void shouldTellTheWayThroughAProcessByIdsAlone() {
    assertThat(
            element(
                ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN,
                BpmnElementType.SEQUENCE_FLOW,
                "flow_FamilySaidYes"))
        .hasValueSatisfying(
            json ->
                assertThat(json)
                    .contains(
                        "\"intent\":\"SEQUENCE_FLOW_TAKEN\"",
                        "\"elementId\":\"flow_FamilySaidYes\"",
                        "\"processInstanceKey\":5",
                        "\"processId\":\"p\""));
    assertThat(
            element(
                ProcessInstanceIntent.ELEMENT_ACTIVATED,
                BpmnElementType.BOUNDARY_EVENT,
                "timer_Overdue"))
        .hasValueSatisfying(
            json -> assertThat(json).contains("\"elementType\":\"BOUNDARY_EVENT\""));
  }

  @Test
  void shouldTellOfWhatIsOnlyPassedNoMoreThanThatItWasEntered() {
    assertThat(
            element(
                ProcessInstanceIntent.ELEMENT_COMPLETED,
                BpmnElementType.EXCLUSIVE_GATEWAY,
                "gateway_Answer"))
        .isEmpty();
    assertThat(
            element(
                ProcessInstanceIntent.ELEMENT_COMPLETED, BpmnElementType.USER_TASK, "userTask_X"))
        .isPresent();
  }

  @Test
  void shouldNotExportCommands() {
    Record<RecordValue> record = mock();
    when(record.getRecordType()).thenReturn(RecordType.COMMAND);
    assertThat(AllowedFields.write(record)).isEmpty();
  }

  private static Optional<String> element(
      ProcessInstanceIntent intent, BpmnElementType type, String id) {
    ProcessInstanceRecordValue element = mock();
    when(element.getProcessInstanceKey()).thenReturn(5L);
    when(element.getElementId()).thenReturn(id);
    when(element.getBpmnElementType()).thenReturn(type);
    when(element.getBpmnProcessId()).thenReturn("p");
    return exported(ValueType.PROCESS_INSTANCE, intent, element);
  }

  private static String write(ValueType type, Intent intent, RecordValue value) {
    return exported(type, intent, value).orElseThrow();
  }

  private static Optional<String> exported(ValueType type, Intent intent, RecordValue value) {
    Record<RecordValue> record = mock();
    when(record.getRecordType()).thenReturn(RecordType.EVENT);
    when(record.getValueType()).thenReturn(type);
    when(record.getIntent()).thenReturn(intent);
    when(record.getValue()).thenReturn(value);
    return AllowedFields.write(record);
  }
}
