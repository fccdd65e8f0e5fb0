package org.porchlight.visits.internal;

import java.util.Optional;

/** Trust grows with the same faces: whoever visited this family before comes first. */
final class SeenBeforePolicy implements VisitorPolicy {

  private static final int SEEN = 60;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    return candidate.earlierVisits() > 0
        ? Optional.of(new Fit("SEEN_BEFORE", SEEN, candidate.earlierVisits()))
        : Optional.empty();
  }
}
