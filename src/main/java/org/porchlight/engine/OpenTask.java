package org.porchlight.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user task that waits for a person.
 *
 * @param key the engine's key, in URLs too: it says nothing about a family
 * @param subject the case it belongs to
 * @param groups who may do it, as {@code org.porchlight.access.OwnerGroup} texts
 * @param due instant, UTC
 */
public record OpenTask(
    long key,
    UUID subject,
    String elementId,
    String formId,
    List<String> groups,
    @Nullable Instant due,
    Instant createdAt) {}
