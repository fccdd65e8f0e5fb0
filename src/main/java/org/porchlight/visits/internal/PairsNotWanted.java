package org.porchlight.visits.internal;

import org.porchlight.cases.OtherVisitorsWanted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Frees the two whom a family would rather not see, and keeps it; in the transaction in which it
 * said so.
 */
@Component
class PairsNotWanted {

  private final Pairs pairs;
  private final VisitorStore visitors;

  PairsNotWanted(Pairs pairs, VisitorStore visitors) {
    this.pairs = pairs;
    this.visitors = visitors;
  }

  @EventListener
  @Transactional
  void on(OtherVisitorsWanted wanted) {
    pairs
        .findByCaseIdAndStateIn(wanted.caseId().value(), PairState.CURRENT)
        .ifPresent(
            pair -> {
              pair.visitors().forEach(one -> visitors.notWanted(pair.family(), one, wanted.at()));
              pair.replace();
              pairs.saveAndFlush(pair);
            });
  }
}
