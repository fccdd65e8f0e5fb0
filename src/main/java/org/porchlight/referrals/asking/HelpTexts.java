package org.porchlight.referrals.asking;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.StillWanted;
import org.porchlight.referrals.ReferralTexts;
import org.porchlight.referrals.loop.HelpQuestions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "Did it help?" as a text; says neither what nor who. */
@Component
class HelpTexts implements StillWanted {

  static final String DID_IT_HELP = ReferralTexts.DID_IT_HELP;

  private final Messages messages;
  private final HelpQuestions asked;
  private final Clock clock;

  HelpTexts(Messages messages, HelpQuestions asked, Clock clock) {
    this.messages = messages;
    this.asked = asked;
    this.clock = clock;
  }

  boolean speaks(String language) {
    return messages.speaks(DID_IT_HELP, language);
  }

  /** The text's id. */
  UUID ask(CaseView about, TextContact to, UUID question, Instant due) {
    return messages.request(
        new MessageRequest(
            about.district(),
            to.phone(),
            new Recipient.OfFamily(about.family(), to.guardian()),
            about.id(),
            DID_IT_HELP,
            question.toString(),
            DID_IT_HELP,
            to.language(),
            Map.of(),
            clock.instant(),
            due,
            false));
  }

  @Override
  public String purposePrefix() {
    return DID_IT_HELP;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    return asked
        .find(UUID.fromString(occurrence))
        .filter(HelpQuestions.HelpQuestion::open)
        .isPresent();
  }
}
