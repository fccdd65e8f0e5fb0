package org.porchlight.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event: a command had no effect, so a person must look: the task was cancelled meanwhile ({@code
 * OVERTAKEN}), nobody waited for the message in time ({@code EXPIRED}), or the engine refused it
 * ({@code REFUSED}).
 */
public record CommandFailed(
    UUID commandId, UUID subject, String name, Reason reason, @Nullable UUID submissionId) {

  /** Why it had no effect. */
  public enum Reason {
    OVERTAKEN,
    EXPIRED,
    REFUSED
  }
}
