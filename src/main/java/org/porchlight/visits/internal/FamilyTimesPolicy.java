package org.porchlight.visits.internal;

import java.util.Optional;

/** The family's times count more than ours. */
final class FamilyTimesPolicy implements VisitorPolicy {

  private static final int SUITS = 20;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    Availability said = candidate.visitor().availability();
    if (candidate.wished().isEmpty() || !said.said()) {
      return Optional.empty();
    }
    return Optional.of(
        said.suits(candidate.wished())
            ? new Fit("FAMILYS_TIMES", SUITS, 0)
            : new Fit("NOT_FAMILYS_TIMES", -SUITS, 0));
  }
}
