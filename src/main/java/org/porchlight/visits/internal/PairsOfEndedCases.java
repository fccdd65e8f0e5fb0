package org.porchlight.visits.internal;

import org.porchlight.engine.RootEnded;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * When a case's process has ended, its pair is free for other families, and its open visit is off.
 */
@Component
class PairsOfEndedCases {

  private final Pairs pairs;

  PairsOfEndedCases(Pairs pairs) {
    this.pairs = pairs;
  }

  @ApplicationModuleListener
  void on(RootEnded event) {
    pairs
        .findByCaseIdAndStateIn(event.subject(), PairState.CURRENT)
        .filter(pair -> pair.createdAt().isBefore(event.at()))
        .ifPresent(
            pair -> {
              pair.end();
              pairs.saveAndFlush(pair);
            });
  }
}
