package org.porchlight.engine;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A message for the engine.
 *
 * @param name as in the BPMN file, {@code <module>.<whatHappened>}
 * @param correlationKey the thing waited for (question, appointment, ask); the case's id only for
 *     what concerns the whole case
 * @param messageId what makes it one act: a second message of this id is dropped, for ever
 * @param timeToLive how long the engine keeps it for somebody who will wait: until the thing it
 *     answers closes
 * @param subject the case it belongs to: messages of one subject leave in order, one at a time
 * @param variables ids, codes, dates, flags and counts only (I6)
 */
public record ProcessMessage(
    String name,
    String correlationKey,
    String messageId,
    Duration timeToLive,
    UUID subject,
    Map<String, Object> variables) {}
