package org.porchlight.visits.internal;

import java.util.Optional;

/** Somebody from the student's own school can open its doors afterwards. */
final class SameSchoolPolicy implements VisitorPolicy {

  private static final int SAME = 10;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    return candidate.sameSchool() ? Optional.of(new Fit("SAME_SCHOOL", SAME, 0)) : Optional.empty();
  }
}
