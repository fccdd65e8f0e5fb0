package org.porchlight.visits.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Puts a newly chosen pair in the place of an earlier one. */
@Component
class NewPair {

  private final Pairs pairs;
  private final Clock clock;

  NewPair(Pairs pairs, Clock clock) {
    this.pairs = pairs;
    this.clock = clock;
  }

  /** A repeat with the same submission changes nothing. */
  void add(CaseView about, ChosenPair.Choice choice, UUID submissionId) {
    if (pairs.findByPlanSubmission(submissionId).isPresent()) {
      return;
    }
    pairs
        .findByCaseIdAndStateIn(about.id().value(), PairState.CURRENT)
        .ifPresent(
            earlier -> {
              earlier.replace();
              pairs.saveAndFlush(earlier);
            });
    pairs.saveAndFlush(
        new Pair(
            about.id(),
            about.family(),
            about.district(),
            new UserId(Objects.requireNonNull(choice.visitorA())),
            new UserId(Objects.requireNonNull(choice.visitorB())),
            choice.interpreterLanguage(),
            submissionId,
            clock.instant()));
  }
}
