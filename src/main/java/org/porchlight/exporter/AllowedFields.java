package org.porchlight.exporter;

import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRelated;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What leaves the engine: keys, ids, states, groups, due dates and types. What is not written here
 * stays inside, above all variables and the messages of errors, which hold data of families (I6).
 */
final class AllowedFields {

  private static final Set<ValueType> TYPES =
      EnumSet.of(
          ValueType.USER_TASK,
          ValueType.PROCESS_INSTANCE,
          ValueType.INCIDENT,
          ValueType.TIMER,
          ValueType.MESSAGE,
          ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
          ValueType.PROCESS_MESSAGE_SUBSCRIPTION);

  private static final Set<Intent> INTENTS =
      Set.of(
          UserTaskIntent.CREATED,
          UserTaskIntent.UPDATED,
          UserTaskIntent.COMPLETED,
          UserTaskIntent.CANCELED,
          ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN,
          ProcessInstanceIntent.ELEMENT_ACTIVATED,
          ProcessInstanceIntent.ELEMENT_COMPLETED,
          ProcessInstanceIntent.ELEMENT_TERMINATED,
          ProcessInstanceIntent.ELEMENT_MIGRATED,
          IncidentIntent.CREATED,
          IncidentIntent.RESOLVED,
          TimerIntent.CREATED,
          TimerIntent.TRIGGERED,
          TimerIntent.CANCELED,
          MessageIntent.PUBLISHED,
          MessageIntent.EXPIRED,
          MessageStartEventSubscriptionIntent.CORRELATED,
          ProcessMessageSubscriptionIntent.CORRELATED);

  /** Elements that an instance can stand at. */
  private static final Set<BpmnElementType> ELEMENTS =
      EnumSet.of(
          BpmnElementType.PROCESS,
          BpmnElementType.SUB_PROCESS,
          BpmnElementType.EVENT_SUB_PROCESS,
          BpmnElementType.MULTI_INSTANCE_BODY,
          BpmnElementType.CALL_ACTIVITY,
          BpmnElementType.USER_TASK,
          BpmnElementType.SERVICE_TASK,
          BpmnElementType.SEND_TASK,
          BpmnElementType.RECEIVE_TASK,
          BpmnElementType.BUSINESS_RULE_TASK,
          BpmnElementType.INTERMEDIATE_CATCH_EVENT,
          BpmnElementType.EVENT_BASED_GATEWAY);

  /**
   * Elements that an instance passes without standing at them, and the flows between: their way
   * through the process. Only that they were entered leaves the engine, which is one record each.
   */
  private static final Set<BpmnElementType> PASSED =
      EnumSet.of(
          BpmnElementType.START_EVENT,
          BpmnElementType.END_EVENT,
          BpmnElementType.BOUNDARY_EVENT,
          BpmnElementType.INTERMEDIATE_THROW_EVENT,
          BpmnElementType.EXCLUSIVE_GATEWAY,
          BpmnElementType.PARALLEL_GATEWAY,
          BpmnElementType.INCLUSIVE_GATEWAY,
          BpmnElementType.MANUAL_TASK,
          BpmnElementType.SCRIPT_TASK,
          BpmnElementType.SEQUENCE_FLOW);

  private AllowedFields() {}

  /** Lets the broker pass over most records itself. */
  static final class Filter implements Context.RecordFilter {

    @Override
    public boolean acceptType(RecordType type) {
      return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType type) {
      return TYPES.contains(type);
    }
  }

  /** The record as JSON, or nothing where it stays inside. */
  static Optional<String> write(Record<?> record) {
    if (record.getRecordType() != RecordType.EVENT || !INTENTS.contains(record.getIntent())) {
      return Optional.empty();
    }
    JsonLine json =
        new JsonLine()
            .put("partition", record.getPartitionId())
            .put("position", record.getPosition())
            .put("key", record.getKey())
            .put("timestamp", record.getTimestamp())
            .put("type", record.getValueType().name())
            .put("intent", record.getIntent().name());
    switch (record.getValue()) {
      case UserTaskRecordValue task -> write(json, task);
      case ProcessInstanceRecordValue element -> {
        if (!leaves(record.getIntent(), element.getBpmnElementType())) {
          return Optional.empty();
        }
        write(json, element);
      }
      case IncidentRecordValue incident ->
          json.put("processInstanceKey", incident.getProcessInstanceKey())
              .putText("elementId", incident.getElementId())
              .putKey("jobKey", incident.getJobKey())
              .put("errorType", incident.getErrorType().name());
      case TimerRecordValue timer ->
          json.putKey("processInstanceKey", timer.getProcessInstanceKey())
              .put("elementId", timer.getTargetElementId())
              .put("due", timer.getDueDate());
      case MessageRecordValue message ->
          json.put("name", message.getName()).putText("messageId", message.getMessageId());
      case MessageStartEventSubscriptionRecordValue start ->
          json.put("name", start.getMessageName())
              .put("messageKey", start.getMessageKey())
              .put("processInstanceKey", start.getProcessInstanceKey());
      case ProcessMessageSubscriptionRecordValue wait ->
          json.put("name", wait.getMessageName())
              .put("messageKey", wait.getMessageKey())
              .put("processInstanceKey", wait.getProcessInstanceKey())
              .putText("elementId", wait.getElementId());
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(json.end());
  }

  private static boolean leaves(Intent intent, BpmnElementType element) {
    return ELEMENTS.contains(element)
        || (PASSED.contains(element)
            && (intent == ProcessInstanceIntent.ELEMENT_ACTIVATED
                || intent == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN));
  }

  private static void write(JsonLine json, UserTaskRecordValue task) {
    json.put("userTaskKey", task.getUserTaskKey())
        .put("processInstanceKey", task.getProcessInstanceKey())
        .put("elementInstanceKey", task.getElementInstanceKey())
        .put("elementId", task.getElementId())
        .put("processId", task.getBpmnProcessId())
        .putKey("formKey", task.getFormKey())
        .putText("dueDate", task.getDueDate())
        .put("candidateGroups", task.getCandidateGroupsList());
  }

  private static void write(JsonLine json, ProcessInstanceRecordValue element) {
    json.put("processInstanceKey", element.getProcessInstanceKey())
        .put("elementId", element.getElementId())
        .put("elementType", element.getBpmnElementType().name())
        .put("processId", element.getBpmnProcessId())
        .put("version", element.getVersion())
        .putKey("parentProcessInstanceKey", element.getParentProcessInstanceKey());
  }

  /** What keeps records in order: the process instance, or the record itself where it has none. */
  static String instanceOf(Record<?> record) {
    return record.getValue() instanceof ProcessInstanceRelated related
            && related.getProcessInstanceKey() > 0
        ? Long.toString(related.getProcessInstanceKey())
        : Long.toString(record.getKey());
  }
}
