package org.porchlight.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * Event: the root instance of a subject has completed or was cancelled, as the record feed says.
 */
public record RootEnded(UUID subject, int run, boolean cancelled, Instant at) {}
