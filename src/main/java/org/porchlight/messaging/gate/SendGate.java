package org.porchlight.messaging.gate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageFailed.Reason;
import org.porchlight.messaging.gate.Openings.Opening;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.text.Texts;
import org.springframework.stereotype.Component;

/** Decides, at the moment of sending, whether a text still may leave (I2). */
@Component
public class SendGate {

  public static final String FUSE = "fuse";

  private static final Duration RECEIPT_VALIDITY = Duration.ofMinutes(5);

  /** Less than this left: the provider could hardly deliver in time. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofHours(10);

  private final Texts texts;
  private final Spread spread;
  private final MessagingSettings settings;

  SendGate(Texts texts, Spread spread, MessagingSettings settings) {
    this.texts = texts;
    this.spread = spread;
    this.settings = settings;
  }

  public sealed interface Decision {

    /**
     * @param validity how long the provider may try, so that nothing slips past the window
     */
    record Send(Duration validity) implements Decision {}

    record Hold(Instant until, String reason) implements Decision {}

    /**
     * @param failure what a person is told; null where nobody has to act
     */
    record Skip(String reason, @Nullable Reason failure) implements Decision {}
  }

  public Decision decide(Intent intent, Facts facts, Opening opening, Instant now) {
    // First, for nobody has to act: a reminder that comes too late has lost its visit too.
    if (facts.withdrawn()) {
      return new Decision.Skip("withdrawn", null);
    }
    if (!facts.wanted()) {
      return new Decision.Skip("no-longer-wanted", null);
    }
    if (!now.isBefore(intent.expiresAt())) {
      return new Decision.Skip("expired", Reason.EXPIRED);
    }
    if (!intent.optOutConfirmation() && facts.optedOut()) {
      return new Decision.Skip("opted-out", Reason.OPTED_OUT);
    }
    if (!intent.wrongNumberReceipt() && facts.wrongNumber()) {
      return new Decision.Skip("wrong-number", Reason.BAD_NUMBER);
    }
    if (facts.calledOff()) {
      return new Decision.Skip("called-off", Reason.CALLED_OFF);
    }
    if (!intent.ownReceipt() && facts.barred()) {
      return new Decision.Skip("not-to-be-contacted", Reason.NOT_TO_BE_CONTACTED);
    }
    if (!texts.speaks(intent.template(), intent.language())) {
      return new Decision.Skip("no-translation", Reason.CONFIGURATION);
    }
    if (facts.unread()) {
      return new Decision.Hold(now.plusSeconds(1), "inbound-first");
    }
    if (!intent.optOutConfirmation() && facts.today() >= settings.dailyFuse()) {
      return new Decision.Skip(FUSE, Reason.BLOCKED);
    }
    return intent.receipt() && facts.fresh()
        ? new Decision.Send(shorter(RECEIPT_VALIDITY, Duration.between(now, intent.expiresAt())))
        : withinWindow(intent, facts, opening, now);
  }

  private Decision withinWindow(Intent intent, Facts facts, Opening opening, Instant now) {
    if (opening.next().equals(now)) {
      Instant end =
          opening.closing().isBefore(intent.expiresAt()) ? opening.closing() : intent.expiresAt();
      Duration left = Duration.between(now, end);
      if (left.compareTo(SHORTEST) >= 0) {
        return facts.room()
            ? new Decision.Send(shorter(left, LONGEST))
            : new Decision.Skip("over-budget", Reason.OVER_BUDGET);
      }
    }
    Instant next = opening.following();
    return next.isBefore(intent.expiresAt())
        ? new Decision.Hold(
            spread.after(next, intent.urgency(), intent.expiresAt()), "outside-window")
        : new Decision.Skip("expired", Reason.EXPIRED);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
