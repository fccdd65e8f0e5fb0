package org.porchlight.visits.internal;

import org.porchlight.engine.RootEnded;
import org.porchlight.messaging.Questions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a case's process has ended, its pair is free for other families, and asked no more. */
@Component
class PairsOfEndedCases {

  private final Pairs pairs;
  private final Questions questions;

  PairsOfEndedCases(Pairs pairs, Questions questions) {
    this.pairs = pairs;
    this.questions = questions;
  }

  @EventListener
  @Transactional
  void on(RootEnded event) {
    pairs
        .lockByCaseIdAndStateIn(event.subject(), PairState.CURRENT)
        .filter(pair -> pair.createdAt().isBefore(event.at()))
        .ifPresent(
            pair -> {
              pair.end();
              pairs.saveAndFlush(pair);
              pair.visitors().forEach(visitor -> questions.close(pair.questionTo(visitor)));
            });
  }
}
