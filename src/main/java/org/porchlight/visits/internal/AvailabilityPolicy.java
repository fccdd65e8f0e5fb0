package org.porchlight.visits.internal;

import java.util.Optional;

/**
 * Evenings and weekends are when families are at home; who did not say when is asked all the same.
 */
final class AvailabilityPolicy implements VisitorPolicy {

  private static final int FREE = 5;
  private static final int LATE = 10;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    Availability said = candidate.visitor().availability();
    if (!said.said()) {
      return Optional.empty();
    }
    return Optional.of(
        said.eveningsOrWeekends()
            ? new Fit("FREE_LATE", LATE, said.days())
            : new Fit("FREE", FREE, said.days()));
  }
}
