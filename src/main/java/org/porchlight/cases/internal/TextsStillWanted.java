package org.porchlight.cases.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Outcome;
import org.porchlight.messaging.StillWanted;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asked at the moment of sending: is there still a reason for this text (I2)? */
@Component
class TextsStillWanted implements StillWanted {

  private final CaseStore cases;
  private final Invitations invitations;

  TextsStillWanted(CaseStore cases, Invitations invitations) {
    this.cases = cases;
    this.invitations = invitations;
  }

  @Override
  public String purposePrefix() {
    return "cases.";
  }

  @Override
  @Transactional(readOnly = true)
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    if (caseId == null) {
      return false;
    }
    Case about = cases.read(caseId);
    return switch (purpose) {
      case FamilyTexts.INVITATION, FamilyTexts.REMINDER -> about.live() && stillAsked(occurrence);
      case FamilyTexts.GOODBYE -> about.outcome() == Outcome.DECLINED;
      case FamilyTexts.THANKS -> about.outcome() == Outcome.CLOSED;
      case FamilyTexts.CALL_COMING,
          FamilyTexts.LATER,
          FamilyTexts.CALLS_ONLY,
          FamilyTexts.ELSEWHERE,
          FamilyTexts.OTHER_VISITORS,
          FamilyTexts.HELP_ONLY ->
          about.live();
      default -> false;
    };
  }

  /** The occurrence begins with the question's id. */
  private boolean stillAsked(String occurrence) {
    UUID question = UUID.fromString(occurrence.split(":", 2)[0]);
    return invitations.find(question).filter(Invitations.Invitation::open).isPresent();
  }
}
