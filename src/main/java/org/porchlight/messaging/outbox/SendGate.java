package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageFailed.Reason;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.text.Texts;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides, at the moment of sending, whether a text still may leave (I2). */
@Component
class SendGate {

  /**
   * A receipt answers a text of the recipient's own for this long; later it keeps to the window.
   */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private static final Duration RECEIPT_VALIDITY = Duration.ofMinutes(5);

  /** Less than this left: the provider could hardly deliver in time. */
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofHours(10);

  private final OptOuts optOuts;
  private final WrongNumbers wrongNumbers;
  private final Withdrawals withdrawals;
  private final Reasons reasons;
  private final SendWindow window;
  private final ContactsNow contacts;
  private final Attempts attempts;
  private final UnaskedTextsSent unasked;
  private final Texts texts;
  private final JdbcClient jdbc;
  private final MessagingSettings settings;

  SendGate(
      OptOuts optOuts,
      WrongNumbers wrongNumbers,
      Withdrawals withdrawals,
      Reasons reasons,
      SendWindow window,
      ContactsNow contacts,
      Attempts attempts,
      UnaskedTextsSent unasked,
      Texts texts,
      JdbcClient jdbc,
      MessagingSettings settings) {
    this.optOuts = optOuts;
    this.wrongNumbers = wrongNumbers;
    this.withdrawals = withdrawals;
    this.reasons = reasons;
    this.window = window;
    this.contacts = contacts;
    this.attempts = attempts;
    this.unasked = unasked;
    this.texts = texts;
    this.jdbc = jdbc;
    this.settings = settings;
  }

  sealed interface Decision {

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

  Decision decide(Intent intent, Instant now) {
    if (!now.isBefore(intent.expiresAt())) {
      return new Decision.Skip("expired", Reason.EXPIRED);
    }
    if (!intent.optOutConfirmation() && optOuts.optedOut(intent.phone())) {
      return new Decision.Skip("opted-out", Reason.OPTED_OUT);
    }
    if (!intent.wrongNumberReceipt()
        && intent.recipient() instanceof Recipient.OfFamily to
        && wrongNumbers.reported(intent.phone(), to.family())) {
      return new Decision.Skip("wrong-number", Reason.BAD_NUMBER);
    }
    if (withdrawals.withdrawn(intent)) {
      return new Decision.Skip("withdrawn", null);
    }
    if (!reasons.stillWanted(intent)) {
      return new Decision.Skip("no-longer-wanted", null);
    }
    if (!intent.ownReceipt() && contacts.mayNotBeContacted(intent.recipient())) {
      return new Decision.Skip("not-to-be-contacted", Reason.NOT_TO_BE_CONTACTED);
    }
    if (!texts.speaks(intent.template(), intent.language())) {
      return new Decision.Skip("no-translation", Reason.CONFIGURATION);
    }
    if (inbound(intent.phone(), now, true)) {
      return new Decision.Hold(now.plusSeconds(1), "inbound-first");
    }
    if (!intent.optOutConfirmation() && fuseBlown(intent, now)) {
      return new Decision.Skip("fuse", Reason.BLOCKED);
    }
    return intent.receipt() && inbound(intent.phone(), now, false)
        ? new Decision.Send(shorter(RECEIPT_VALIDITY, Duration.between(now, intent.expiresAt())))
        : withinWindow(intent, now);
  }

  private Decision withinWindow(Intent intent, Instant now) {
    Instant next = window.next(intent.district(), now);
    if (next.equals(now)) {
      Instant closing = window.closing(intent.district(), now);
      Instant end = closing.isBefore(intent.expiresAt()) ? closing : intent.expiresAt();
      Duration left = Duration.between(now, end);
      if (left.compareTo(SHORTEST) >= 0) {
        if (unasked.tooMany(intent)) {
          return new Decision.Skip("over-budget", Reason.OVER_BUDGET);
        }
        return new Decision.Send(shorter(left, LONGEST));
      }
      next = window.next(intent.district(), closing);
    }
    return next.isBefore(intent.expiresAt())
        ? new Decision.Hold(next, "outside-window")
        : new Decision.Skip("expired", Reason.EXPIRED);
  }

  private boolean fuseBlown(Intent intent, Instant now) {
    Instant today = window.startOfDay(intent.district(), now);
    return attempts.toPhoneSince(intent.phone(), today) >= settings.dailyFuse();
  }

  private boolean inbound(PhoneNumber phone, Instant now, boolean unread) {
    return jdbc.sql(
            """
            select exists (select from messaging.inbound where phone = :phone and received_at >= :since
              and (:unread = (understood_at is null)))
            """)
        .param("phone", phone.e164())
        .param("since", Timestamp.from(unread ? Instant.EPOCH : now.minus(FRESH)))
        .param("unread", unread)
        .query(Boolean.class)
        .single();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
