package org.porchlight.visits.internal;

import java.util.Optional;

/**
 * Who has room comes first; whoever has reached the limit they set comes last, and is still shown.
 */
final class CaseloadPolicy implements VisitorPolicy {

  private static final int ROOM = 20;
  private static final int FULL = -50;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    int limit = candidate.visitor().caseloadLimit();
    int free = limit - candidate.families();
    return Optional.of(
        free <= 0
            ? new Fit("CASELOAD_FULL", FULL, candidate.families())
            : new Fit("CASELOAD", ROOM * free / limit, candidate.families()));
  }
}
