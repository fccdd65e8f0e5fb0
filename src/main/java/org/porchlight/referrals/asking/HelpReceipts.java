package org.porchlight.referrals.asking;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseTexts;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Receipts;
import org.porchlight.messaging.StillWanted;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The family knows that its word has come: whatever follows may take days. */
@Component
class HelpReceipts implements StillWanted {

  static final String HEARD = "referrals.heardReceipt";

  private final Receipts receipts;

  HelpReceipts(Receipts receipts) {
    this.receipts = receipts;
  }

  void send(QuestionAnswered answered) {
    String template = answered.answer() == Answer.CALL_ME ? CaseTexts.CALL_COMING : HEARD;
    receipts.send(answered.inbound(), template, answered.caseId(), Map.of());
  }

  @Override
  public String purposePrefix() {
    return HEARD;
  }

  /** It answers the family's own text: always. */
  @Override
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    return caseId != null;
  }
}
