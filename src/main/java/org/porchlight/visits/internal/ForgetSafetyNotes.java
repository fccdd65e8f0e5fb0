package org.porchlight.visits.internal;

import java.time.Clock;
import org.porchlight.engine.Submissions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written about a visit that was not safe goes when it expires, everywhere. */
@Component
class ForgetSafetyNotes {

  private final SafetyStops stops;
  private final Submissions submissions;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ForgetSafetyNotes(
      SafetyStops stops, Submissions submissions, TransactionTemplate transactions, Clock clock) {
    this.stops = stops;
    this.submissions = submissions;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void forget() {
    while (Boolean.TRUE.equals(transactions.execute(status -> forgetOne()))) {
      // Each in a transaction of its own; replicas share the work.
    }
  }

  private boolean forgetOne() {
    return stops
        .takeExpired(clock.instant())
        .map(
            stop -> {
              if (stop.submission() != null) {
                submissions.forget(stop.submission());
              }
              return true;
            })
        .orElse(false);
  }
}
