package org.porchlight.visits.internal;

import java.util.Optional;

/** One named rule of who fits a family best. */
interface VisitorPolicy {

  /** What this rule says about the visitor, or nothing where it does not apply. */
  Optional<Fit> fit(VisitorCandidate candidate);

  /**
   * @param code page text is message key {@code visits.fit.<code>}
   * @param number argument of that text
   */
  record Fit(String code, int points, int number) {}
}
