package org.porchlight.engine.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as the exporter writes it; which fields are set depends on the type.
 *
 * @param partition of the engine
 * @param position in that partition's log
 * @param due of a timer, epoch milliseconds
 * @param timestamp epoch milliseconds by the engine's clock
 */
record EngineRecord(
    int partition,
    long position,
    long key,
    long timestamp,
    String type,
    String intent,
    @Nullable Long processInstanceKey,
    @Nullable Long parentProcessInstanceKey,
    @Nullable String processId,
    int version,
    @Nullable String elementId,
    @Nullable String elementType,
    @Nullable Long elementInstanceKey,
    @Nullable Long userTaskKey,
    @Nullable Long formKey,
    @Nullable String dueDate,
    @Nullable Long due,
    @Nullable List<String> candidateGroups,
    @Nullable Long jobKey,
    @Nullable String errorType,
    @Nullable String messageId,
    @Nullable Long messageKey) {

  Instant at() {
    return Instant.ofEpochMilli(timestamp);
  }

  String event() {
    return type + "." + intent;
  }
}
