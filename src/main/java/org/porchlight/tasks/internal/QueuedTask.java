package org.porchlight.tasks.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * One open task as the queue holds it.
 *
 * @param due instant, UTC
 * @param assignee who has taken it on
 */
public record QueuedTask(
    long key,
    UUID subject,
    String elementId,
    String formId,
    List<String> groups,
    @Nullable Instant due,
    Instant createdAt,
    @Nullable UserId assignee) {

  public boolean late(Instant now) {
    return due != null && due.isBefore(now);
  }
}
