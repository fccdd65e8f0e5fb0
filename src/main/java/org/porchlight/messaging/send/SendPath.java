package org.porchlight.messaging.send;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.gate.Facts;
import org.porchlight.messaging.gate.GateFacts;
import org.porchlight.messaging.gate.Openings;
import org.porchlight.messaging.gate.SendGate;
import org.porchlight.messaging.gate.SendWindow;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.pace.BulkPace;
import org.porchlight.messaging.pace.Lanes;
import org.porchlight.messaging.pace.Pace;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.text.Segments;
import org.porchlight.messaging.text.Texts;
import org.porchlight.messaging.twilio.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The step from intents to attempts. Attempts are committed before the calls; whoever dies between
 * two steps leaves attempts that {@code LostAttempts} finds. What comes of the calls is stored by
 * {@link Answers}.
 */
@Component
class SendPath {

  private static final Logger log = LoggerFactory.getLogger(SendPath.class);

  private final Outbox outbox;
  private final Lanes lanes;
  private final Pace pace;
  private final Channel channel;
  private final BulkPace bulk;
  private final GateFacts facts;
  private final SendGate gate;
  private final SendWindow window;
  private final Attempts attempts;
  private final Outcomes outcomes;
  private final Texts texts;
  private final MessagingSettings settings;
  private final Clock clock;

  SendPath(
      Outbox outbox,
      Lanes lanes,
      Pace pace,
      Channel channel,
      BulkPace bulk,
      GateFacts facts,
      SendGate gate,
      SendWindow window,
      Attempts attempts,
      Outcomes outcomes,
      Texts texts,
      MessagingSettings settings,
      Clock clock) {
    this.outbox = outbox;
    this.lanes = lanes;
    this.pace = pace;
    this.channel = channel;
    this.bulk = bulk;
    this.facts = facts;
    this.gate = gate;
    this.window = window;
    this.attempts = attempts;
    this.outcomes = outcomes;
    this.texts = texts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What came of looking at one intent.
   *
   * @param text null where it must not leave now
   * @param alone it is to be given up, and others hear of it: by {@link #claim}, not within a batch
   */
  record Claim(UUID intent, Carrier.@Nullable Text text, boolean alone) {}

  /** Commits an attempt for each of the most urgent due intents that may leave. */
  @Transactional
  public List<Claim> claimDue(int most) {
    Pace.Allowance allowance = pace.allowance().atMost(channel.room(most));
    if (allowance.texts() <= 0) {
      return List.of();
    }
    Instant now = clock.instant();
    var places = lanes.places(now, allowance.texts(), allowance.least());
    Instant calling = now.minus(settings.twilio().timeout());
    return claimAll(outbox.lockDue(places, now, calling), true);
  }

  /** What has expired is given up, whether or not anything may leave now. */
  @Transactional
  public List<Claim> claimExpired(int most) {
    return claimAll(outbox.lockExpired(clock.instant(), most), true);
  }

  /** For one intent; empty where it waits no more, or its phone is in use. */
  @Transactional
  public Optional<Claim> claim(UUID intent) {
    return outbox
        .lockWaiting(intent)
        .flatMap(waiting -> claimAll(List.of(waiting), false).stream().findFirst());
  }

  /** One that cannot be worked on must not hold up the others. */
  @Transactional
  public void setAside(UUID intent) {
    outbox
        .lockWaiting(intent)
        .ifPresent(
            waiting -> outcomes.tryAgain(waiting, java.time.Duration.ofMinutes(1), "failed"));
  }

  private List<Claim> claimAll(List<Intent> intents, boolean batch) {
    if (intents.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Intent> held = facts.hold(intents);
    Openings openings = new Openings(window, now);
    Map<UUID, Facts> known = facts.of(held, openings, now);
    List<Claim> claims = new ArrayList<>();
    List<Attempts.New> calls = new ArrayList<>();
    for (Intent intent : held) {
      Facts of = known.get(intent.id());
      // Its turn comes when the text before it has its answer.
      if (of != null && !of.calling()) {
        var decision = gate.decide(intent, of, openings.of(intent.district()), now);
        claims.add(claim(intent, decision, of, calls, batch, now));
      }
    }
    if (!calls.isEmpty()) {
      attempts.start(calls, now, now.plus(settings.lostAfter()));
      outbox.sending(calls.stream().map(call -> call.intent().id()).toList());
      bulk.spend(calls.stream().map(Attempts.New::intent).toList());
      channel.tried();
      pace.spend(calls.stream().mapToLong(call -> Segments.of(call.body()).count()).sum());
    }
    return claims;
  }

  private Claim claim(
      Intent intent,
      SendGate.Decision decision,
      Facts of,
      List<Attempts.New> calls,
      boolean batch,
      Instant now) {
    switch (decision) {
      case SendGate.Decision.Send send -> {
        Attempts.New call = call(intent, of);
        calls.add(call);
        return new Claim(
            intent.id(),
            new Carrier.Text(call.id(), intent.phone(), call.body(), send.validity()),
            false);
      }
      case SendGate.Decision.Hold hold -> outbox.hold(intent.id(), hold.until(), hold.reason());
      case SendGate.Decision.Skip skip -> {
        // Others lock cases before texts, and hear of it by this event: only one at a time.
        if (batch && skip.failure() != null) {
          return new Claim(intent.id(), null, true);
        }
        log.info("Text {} of purpose {} skipped: {}", intent.id(), intent.purpose(), skip.reason());
        outcomes.skip(intent, skip.reason(), skip.failure());
      }
    }
    return new Claim(intent.id(), null, false);
  }

  private Attempts.New call(Intent intent, Facts of) {
    boolean due =
        !(intent.recipient() instanceof Recipient.OfStaff)
            && !intent.optOutConfirmation()
            && !of.toldHowToStop();
    Optional<String> line = due ? texts.optOutLine(intent.language()) : Optional.empty();
    String body = line.map(text -> intent.body() + " " + text).orElse(intent.body());
    return new Attempts.New(UUID.randomUUID(), intent, body, line.isPresent());
  }
}
