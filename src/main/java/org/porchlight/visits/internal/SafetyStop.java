package org.porchlight.visits.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * Visitors had to leave a place: until the day on which this expires no visit is planned there.
 *
 * @param appointment the visit
 * @param place code, as of the visit
 * @param facts codes of the form {@code safety-note}
 * @param words what was seen and heard; null until somebody wrote it. Coordinators only
 */
public record SafetyStop(
    UUID appointment,
    String place,
    @Nullable String placeNote,
    Instant since,
    Instant expiresAt,
    @Nullable UUID submission,
    List<String> facts,
    @Nullable String words,
    @Nullable UserId writtenBy,
    @Nullable UserId reviewedBy) {

  boolean about(String otherPlace, @Nullable String otherNote) {
    return place.equals(otherPlace)
        && (placeNote == null || otherNote == null || placeNote.equalsIgnoreCase(otherNote));
  }
}
