package org.porchlight.engine.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code engine.command}, as the sender needs it.
 *
 * @param name the message's name or the user task's element id
 * @param engineKey the user task or root instance it is about
 */
record Command(
    UUID id,
    Kind kind,
    String name,
    @Nullable Long engineKey,
    @Nullable String correlationKey,
    @Nullable String messageId,
    @Nullable Long timeToLiveMillis,
    String variables,
    int attempts) {

  /** What it tells the engine. */
  enum Kind {
    MESSAGE,
    COMPLETE,
    CANCEL
  }
}
