package org.porchlight.visits.internal;

import java.util.Optional;

/** How far somebody goes is theirs to say; who would rather not comes last, and is still shown. */
final class DistancePolicy implements VisitorPolicy {

  private static final int NEAR = 5;
  private static final int FAR = -60;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    Boolean goes = candidate.goesThere();
    if (goes == null) {
      return Optional.empty();
    }
    return Optional.of(goes ? new Fit("GOES_THERE", NEAR, 0) : new Fit("TOO_FAR", FAR, 0));
  }
}
