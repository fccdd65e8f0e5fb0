package org.porchlight.visits.internal;

import org.porchlight.cases.OtherVisitorsWanted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Frees the two whom a family would rather not see, in the transaction in which it said so. */
@Component
class PairsNotWanted {

  private final Pairs pairs;

  PairsNotWanted(Pairs pairs) {
    this.pairs = pairs;
  }

  @EventListener
  @Transactional
  void on(OtherVisitorsWanted wanted) {
    pairs
        .findByCaseIdAndStateIn(wanted.caseId().value(), PairState.CURRENT)
        .ifPresent(
            pair -> {
              pair.replace();
              pairs.saveAndFlush(pair);
            });
  }
}
