package org.porchlight.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;

/**
 * Event: a family's text that answered no open question. {@code answer} is what it would have meant
 * (a NO ends visits at any time), null where it was not understood: a person must read it.
 */
public record FamilyTexted(FamilyId family, @Nullable Answer answer, UUID inbound, Instant at) {}
