package org.porchlight.visits.internal;

import java.util.Optional;

/** Who has room comes first; whoever has reached the limit they set is not asked at all. */
final class CaseloadPolicy implements VisitorPolicy {

  private static final int ROOM = 20;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    int limit = candidate.visitor().caseloadLimit();
    int free = Math.max(0, limit - candidate.families());
    return Optional.of(new Fit("CASELOAD", ROOM * free / limit, candidate.families()));
  }
}
