package org.porchlight.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;

/**
 * Event: a phone of this family wants no more texts. The family is told nothing more by text; a
 * person decides how to go on.
 */
public record OptedOut(@Nullable FamilyId family, String source, Instant at) {}
