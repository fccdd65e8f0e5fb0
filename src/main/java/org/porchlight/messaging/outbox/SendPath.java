package org.porchlight.messaging.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.text.Texts;
import org.porchlight.messaging.twilio.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps from an intent to the provider, each a transaction of its own. The attempt is committed
 * before the call; whoever dies between two steps leaves an attempt that {@link LostAttempts}
 * finds.
 */
@Component
class SendPath {

  private static final Logger log = LoggerFactory.getLogger(SendPath.class);

  /** How often a phone is reminded of how to stop. */
  private static final Duration OPT_OUT_LINE_EVERY = Duration.ofDays(30);

  private final Outbox outbox;
  private final Attempts attempts;
  private final SendGate gate;
  private final Outcomes outcomes;
  private final Texts texts;
  private final MessagingSettings settings;
  private final Clock clock;

  SendPath(
      Outbox outbox,
      Attempts attempts,
      SendGate gate,
      Outcomes outcomes,
      Texts texts,
      MessagingSettings settings,
      Clock clock) {
    this.outbox = outbox;
    this.attempts = attempts;
    this.gate = gate;
    this.outcomes = outcomes;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of looking at one intent; {@code text} is null where it must not leave now. */
  record Claim(UUID intent, Carrier.@org.jspecify.annotations.Nullable Text text) {}

  /** Step 1: takes the most urgent due intent and commits an attempt for it, if it may leave. */
  @Transactional
  public Optional<Claim> claimDue() {
    return outbox.lockDue(clock.instant()).map(this::claim);
  }

  /** Step 1 for one intent. */
  @Transactional
  public Optional<Claim> claim(UUID intent) {
    return outbox.lockWaiting(intent).map(this::claim);
  }

  private Claim claim(Intent intent) {
    Instant now = clock.instant();
    outbox.lockPhone(intent.phone());
    switch (gate.decide(intent, now)) {
      case SendGate.Decision.Send send -> {
        return new Claim(intent.id(), attempt(intent, send, now));
      }
      case SendGate.Decision.Hold hold -> outbox.hold(intent.id(), hold.until(), hold.reason());
      case SendGate.Decision.Skip skip -> {
        log.info("Text {} of purpose {} skipped: {}", intent.id(), intent.purpose(), skip.reason());
        outbox.settle(intent.id(), "SKIPPED", skip.reason(), now);
        if (skip.failure() != null) {
          outcomes.tell(intent, skip.failure());
        }
      }
    }
    return new Claim(intent.id(), null);
  }

  private Carrier.Text attempt(Intent intent, SendGate.Decision.Send send, Instant now) {
    Optional<String> line = optOutLine(intent, now);
    String body = line.map(text -> intent.body() + " " + text).orElse(intent.body());
    Instant lookUpAt = now.plus(settings.lostAfter());
    UUID id = attempts.start(intent, body, line.isPresent(), now, lookUpAt);
    outbox.sending(intent.id());
    return new Carrier.Text(id, intent.phone(), body, send.validity());
  }

  private Optional<String> optOutLine(Intent intent, Instant now) {
    boolean due =
        intent.recipient() instanceof Recipient.OfFamily
            && !intent.optOutConfirmation()
            && !attempts.optOutLineSince(intent.phone(), now.minus(OPT_OUT_LINE_EVERY));
    return due ? texts.optOutLine(intent.language()) : Optional.empty();
  }

  /** Step 3, after the call: stores its outcome. */
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
      case Carrier.Outcome.Unknown unknown -> attempts.lookUpAt(attempt, now.plusSeconds(5));
    }
  }
}
