package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseTexts;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SendWindows;
import org.porchlight.messaging.SentTexts;
import org.springframework.stereotype.Component;

/** Asks for texts to a case's family; a text's purpose is its template's name. */
@Component
class FamilyTexts {

  static final String INVITATION = "cases.invitation";
  static final String REMINDER = "cases.invitationReminder";
  static final String GOODBYE = "cases.goodbye";
  static final String THANKS = "cases.thanks";
  static final String CALL_COMING = CaseTexts.CALL_COMING;
  static final String YES = "cases.yesReceipt";
  static final String LATER = "cases.laterReceipt";
  static final String CALLS_ONLY = "cases.callsOnlyReceipt";
  static final String ELSEWHERE = "cases.elsewhereReceipt";
  static final String OTHER_VISITORS = "cases.otherVisitorsReceipt";
  static final String HELP_ONLY = "cases.helpOnlyReceipt";
  static final String OTHER_WAYS = "cases.otherWays";
  static final String PAUSED = "cases.pauseReceipt";

  private static final Duration RECEIPT_LIFE = Duration.ofHours(24);

  private final Messages messages;
  private final SentTexts sent;
  private final SendWindows windows;
  private final Clock clock;

  FamilyTexts(Messages messages, SentTexts sent, SendWindows windows, Clock clock) {
    this.messages = messages;
    this.sent = sent;
    this.windows = windows;
    this.clock = clock;
  }

  boolean speaks(String language) {
    return messages.speaks(INVITATION, language) && messages.speaks(REMINDER, language);
  }

  /** When it left; empty where it has not, or nobody can tell. */
  Optional<Instant> left(TextContact to, String purpose, String occurrence) {
    return sent.left(to.phone(), purpose, occurrence);
  }

  void send(
      CaseView about,
      TextContact to,
      String purpose,
      String occurrence,
      Map<String, Object> arguments,
      Instant expiresAt) {
    messages.request(
        new MessageRequest(
            about.district(),
            to.phone(),
            new Recipient.OfFamily(about.family(), to.guardian()),
            about.id(),
            purpose,
            occurrence,
            purpose,
            to.language(),
            arguments,
            clock.instant(),
            expiresAt,
            false));
  }

  /**
   * Answers the family's own text, or thanks it at the end; none where there is no approved
   * translation.
   */
  void receipt(CaseView about, TextContact to, String purpose, String occurrence) {
    if (messages.speaks(purpose, to.language())) {
      Instant expiresAt = windows.dueAfter(about.district(), clock.instant(), RECEIPT_LIFE);
      send(about, to, purpose, occurrence, Map.of(), expiresAt);
    }
  }
}
