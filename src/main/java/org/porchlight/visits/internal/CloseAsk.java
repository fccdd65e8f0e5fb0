package org.porchlight.visits.internal;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.messaging.Questions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The time to answer is over: later answers count no more, and the coordinator plans anew. */
@Service
public class CloseAsk {

  private final Pairs pairs;
  private final Questions questions;
  private final Cases cases;
  private final Clock clock;

  CloseAsk(Pairs pairs, Questions questions, Cases cases, Clock clock) {
    this.pairs = pairs;
    this.questions = questions;
    this.cases = cases;
    this.clock = clock;
  }

  @Transactional
  public void close(UUID ask) {
    Pair pair = pairs.lockByAsk(ask).orElseThrow();
    pair.timeIsUp(clock.instant());
    pairs.saveAndFlush(pair);
    pair.visitors().forEach(visitor -> questions.close(pair.questionTo(visitor)));
    if (pair.state() == PairState.SILENT) {
      cases.note(
          pair.caseId(),
          "visits.silent:" + ask,
          "visits.visitorsSilent",
          null,
          clock.instant(),
          Map.of());
    }
  }
}
