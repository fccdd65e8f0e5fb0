package org.porchlight.messaging.settle;

import java.time.Clock;
import java.util.Optional;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.send.Attempts;
import org.porchlight.messaging.send.Attempts.Attempt;
import org.porchlight.messaging.send.Outcomes;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.twilio.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks in the provider's list for attempts that got no answer: a crash, a timeout, a 5xx. What is
 * not found there is never sent again; after some looks a person settles it.
 */
@Component
class LostAttempts {

  private static final Logger log = LoggerFactory.getLogger(LostAttempts.class);
  private static final int PER_ROUND = 20;

  private final Outbox outbox;
  private final Attempts attempts;
  private final Outcomes outcomes;
  private final Carrier carrier;
  private final TransactionTemplate transaction;
  private final MessagingSettings settings;
  private final Clock clock;

  LostAttempts(
      Outbox outbox,
      Attempts attempts,
      Outcomes outcomes,
      Carrier carrier,
      TransactionTemplate transaction,
      MessagingSettings settings,
      Clock clock) {
    this.outbox = outbox;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.carrier = carrier;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.look-up-poll:1s}")
  void lookUp() {
    for (int i = 0; i < PER_ROUND; i++) {
      Optional<Attempt> attempt = attempts.takeUnanswered(clock.instant(), settings.lostAfter());
      if (attempt.isEmpty()) {
        return;
      }
      lookUp(attempt.get());
    }
  }

  private void lookUp(Attempt attempt) {
    Carrier.Text text =
        new Carrier.Text(attempt.id(), attempt.phone(), attempt.body(), java.time.Duration.ZERO);
    Carrier.LookUp found =
        carrier.find(text, attempt.startedAt(), attempts.knownIds(attempt.phone()));
    transaction.executeWithoutResult(
        status -> {
          Intent intent = outbox.lock(attempt.intent());
          switch (found) {
            case Carrier.LookUp.Found at -> {
              log.info("Attempt {} found in the provider's list", attempt.id());
              outcomes.accepted(intent, attempt.id(), at.id());
            }
            case Carrier.LookUp.Absent absent -> {
              if (attempt.lookedUp() >= settings.lookUps()) {
                log.warn("Attempt {} stays unknown: a person settles it", attempt.id());
                outcomes.unknown(intent, attempt.id());
              }
            }
            case Carrier.LookUp.Unreachable unreachable -> {
              if (clock.instant().isAfter(intent.expiresAt())
                  && attempt.lookedUp() >= settings.lookUps()) {
                outcomes.unknown(intent, attempt.id());
              }
            }
          }
        });
  }
}
