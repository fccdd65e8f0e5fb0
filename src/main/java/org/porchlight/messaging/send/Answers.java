package org.porchlight.messaging.send;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.twilio.Carrier;
import org.porchlight.messaging.watch.SendMeters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what came of the calls. What is not stored here is found by {@code LostAttempts}. */
@Component
class Answers {

  /** How soon the provider's list is asked for a text whose answer is lost. */
  private static final int LOOK_UP_AFTER_SECONDS = 5;

  private final Outbox outbox;
  private final Attempts attempts;
  private final Outcomes outcomes;
  private final Channel channel;
  private final SendMeters meters;
  private final Clock clock;

  Answers(
      Outbox outbox,
      Attempts attempts,
      Outcomes outcomes,
      Channel channel,
      SendMeters meters,
      Clock clock) {
    this.outbox = outbox;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.channel = channel;
    this.meters = meters;
    this.clock = clock;
  }

  record Answer(UUID intent, UUID attempt, Carrier.Outcome outcome) {

    /** Nothing follows from it but that it is kept. */
    boolean plain() {
      return outcome instanceof Carrier.Outcome.Accepted;
    }
  }

  /** Many texts that the provider has taken, in one transaction. */
  @Transactional
  public void storeAccepted(List<Answer> answers) {
    outbox.lockAll(answers.stream().map(Answer::intent).toList());
    List<Attempts.Taken> taken = new ArrayList<>();
    for (Answer answer : answers) {
      if (answer.outcome() instanceof Carrier.Outcome.Accepted accepted) {
        taken.add(new Attempts.Taken(answer.attempt(), accepted.id()));
      }
    }
    channel.works();
    meters.count("sent", "", attempts.accepted(taken, clock.instant()));
  }

  /** One answer, with what follows from it. */
  @Transactional
  public void store(UUID intent, UUID attempt, Carrier.Outcome outcome) {
    Intent locked = outbox.lock(intent);
    Instant now = clock.instant();
    switch (outcome) {
      case Carrier.Outcome.Accepted accepted -> outcomes.accepted(locked, attempt, accepted.id());
      case Carrier.Outcome.Busy busy -> {
        if (attempts.rejected(attempt, null, now)) {
          outcomes.tryAgain(locked, busy.retryAfter(), "provider-busy");
        }
      }
      case Carrier.Outcome.Refused refused -> {
        if (attempts.rejected(attempt, refused.code(), now)) {
          outcomes.act(locked, refused.error(), refused.code());
        }
      }
      // Its answer is lost: the provider's list is asked soon, not the provider again.
      case Carrier.Outcome.Unknown unknown ->
          attempts.lookUpAt(attempt, now.plusSeconds(LOOK_UP_AFTER_SECONDS));
    }
  }
}
