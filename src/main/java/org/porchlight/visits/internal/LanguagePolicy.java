package org.porchlight.visits.internal;

import java.util.Optional;

/** Fluency in the home language: the evaluation of the program names it as a factor of success. */
final class LanguagePolicy implements VisitorPolicy {

  private static final int NATIVE = 45;
  private static final int FLUENT = 40;
  private static final int SOME = 10;

  @Override
  public Optional<Fit> fit(VisitorCandidate candidate) {
    if (candidate.level() == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (candidate.level()) {
          case NATIVE -> new Fit("SPEAKS_NATIVELY", NATIVE, 0);
          case FLUENT -> new Fit("SPEAKS_FLUENTLY", FLUENT, 0);
          case CONVERSATIONAL, BASIC -> new Fit("SPEAKS_SOME", SOME, 0);
        });
  }
}
