package org.porchlight.visits.internal;

import java.util.Optional;

/** Nobody visits their own family; a person looks whether a namesake is more than that. */
final class NamesakePolicy implements VisitorPolicy {

  private static final int PERHAPS_OWN = -200;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    return candidate.namesake()
        ? Optional.of(new Fit("NAMESAKE", PERHAPS_OWN, 0))
        : Optional.empty();
  }
}
