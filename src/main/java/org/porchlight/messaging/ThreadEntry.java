package org.porchlight.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text of a family's thread. {@code state}: a word for people (waiting, sent, delivered, not
 * sent: reason, received).
 */
public record ThreadEntry(
    Instant at,
    boolean inbound,
    String text,
    String language,
    String state,
    @Nullable String purpose) {}
