package org.porchlight.messaging.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.SendAlerts;
import org.porchlight.messaging.gate.SendGate;
import org.porchlight.messaging.number.OptOutLedger;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.twilio.CarrierError;
import org.porchlight.messaging.watch.RaisedAlerts;
import org.porchlight.messaging.watch.SendMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from the provider's answers, in the caller's transaction. */
@Component
public class Outcomes {

  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

  private static final Duration ONCE_MORE_AFTER = Duration.ofHours(2);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(5);
  private static final int BACK_OFF_DOUBLINGS = 8;

  private final Outbox outbox;
  private final Attempts attempts;
  private final OptOutLedger optOuts;
  private final RaisedAlerts alerts;
  private final Channel channel;
  private final SendMeters meters;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Outcomes(
      Outbox outbox,
      Attempts attempts,
      OptOutLedger optOuts,
      RaisedAlerts alerts,
      Channel channel,
      SendMeters meters,
      ApplicationEventPublisher events,
      Clock clock) {
    this.outbox = outbox;
    this.attempts = attempts;
    this.optOuts = optOuts;
    this.alerts = alerts;
    this.channel = channel;
    this.meters = meters;
    this.events = events;
    this.clock = clock;
  }

  /** The provider has it. A repeat, or an answer that a callback overtook, changes nothing. */
  public void accepted(Intent intent, UUID attempt, String sid) {
    Instant now = clock.instant();
    channel.works();
    if (attempts.accepted(attempt, sid, now)) {
      meters.count("sent", "", 1);
      outbox.settle(intent.id(), "SENT", null, now);
    }
  }

  /** What the error says to do. */
  public void act(Intent intent, CarrierError error, int code) {
    switch (error.action()) {
      case RETRY -> tryAgain(intent, Duration.ZERO, "provider-busy");
      case RETRY_ONCE -> {
        if (attempts.takenOf(intent.id()) < 2) {
          outbox.tryAgain(intent.id(), clock.instant().plus(ONCE_MORE_AFTER), "once-more");
        } else {
          fail(intent, error, code);
        }
      }
      case STOP_CHANNEL -> {
        alerts.raise(SendAlerts.Kind.CHANNEL_STOPPED, code);
        outbox.tryAgain(intent.id(), clock.instant().plus(Channel.PAUSE), "channel-stopped");
        channel.stop();
      }
      case OPT_OUT -> {
        optOuts.change(intent.phone(), true, "provider", null, null);
        // The provider has confirmed an opt-out of its own itself.
        if (intent.optOutConfirmation()) {
          outbox.settle(intent.id(), "SKIPPED", "confirmed-by-provider", clock.instant());
        } else {
          fail(intent, error, code);
        }
      }
      case GIVE_UP -> fail(intent, error, code);
      case GIVE_UP_AND_ALERT -> {
        log.warn("The provider refused text {} with code {}", intent.id(), code);
        alerts.raise(SendAlerts.Kind.REFUSED, code);
        fail(intent, error, code);
      }
    }
  }

  /** Later, and later each time. */
  void tryAgain(Intent intent, Duration atLeast, String reason) {
    Duration step = FIRST_BACK_OFF.multipliedBy(1L << Math.min(intent.tries(), BACK_OFF_DOUBLINGS));
    Duration jitter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(step.toMillis() / 2));
    Duration wait = step.compareTo(atLeast) > 0 ? step : atLeast;
    outbox.tryAgain(intent.id(), clock.instant().plus(wait).plus(jitter), reason);
  }

  /** Nobody can tell whether it went: counted, and a person settles it. Never sent again. */
  public void unknown(Intent intent, UUID attempt) {
    Instant now = clock.instant();
    if (attempts.unknown(attempt, now)) {
      outbox.settle(intent.id(), "UNKNOWN", "no-answer", now);
      meters.count("unknown", "no-answer", 1);
      tell(intent, MessageFailed.Reason.UNKNOWN);
    }
  }

  /** It must not leave. {@code failure} is what a person is told; null where nobody has to act. */
  void skip(Intent intent, String reason, MessageFailed.@Nullable Reason failure) {
    outbox.settle(intent.id(), "SKIPPED", reason, clock.instant());
    meters.count("skipped", reason, 1);
    if (reason.equals(SendGate.FUSE)) {
      alerts.raise(SendAlerts.Kind.FUSE, 0);
    }
    if (failure != null) {
      tell(intent, failure);
    }
  }

  private void fail(Intent intent, CarrierError error, int code) {
    outbox.settle(intent.id(), "FAILED", "provider-" + code, clock.instant());
    meters.count("failed", "provider-" + code, 1);
    tell(intent, error.reason());
  }

  private void tell(Intent intent, MessageFailed.Reason reason) {
    events.publishEvent(
        new MessageFailed(
            intent.id(), intent.caseId(), intent.recipient(), intent.purpose(), reason));
  }
}
