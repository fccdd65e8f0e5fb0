package org.porchlight.engine.outbox;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.ProcessMessage;

/** An act to be queued. */
record NewCommand(
    UUID id,
    String actKey,
    Command.Kind kind,
    UUID subject,
    String name,
    @Nullable Long engineKey,
    @Nullable String correlationKey,
    @Nullable String messageId,
    @Nullable Long timeToLiveMillis,
    Map<String, Object> variables,
    @Nullable UUID submissionId) {

  static NewCommand message(ProcessMessage message) {
    return new NewCommand(
        UUID.randomUUID(),
        "message:" + message.messageId(),
        Command.Kind.MESSAGE,
        message.subject(),
        message.name(),
        null,
        message.correlationKey(),
        message.messageId(),
        message.timeToLive().toMillis(),
        message.variables(),
        null);
  }

  static NewCommand completion(
      long taskKey,
      String elementId,
      UUID subject,
      Map<String, Object> variables,
      UUID submission) {
    return new NewCommand(
        UUID.randomUUID(),
        "task:" + taskKey,
        Command.Kind.COMPLETE,
        subject,
        elementId,
        taskKey,
        null,
        null,
        null,
        variables,
        submission);
  }

  static NewCommand cancellation(long rootKey, UUID subject) {
    return new NewCommand(
        UUID.randomUUID(),
        "cancel:" + rootKey,
        Command.Kind.CANCEL,
        subject,
        "cancel",
        rootKey,
        null,
        null,
        null,
        Map.of(),
        null);
  }
}
