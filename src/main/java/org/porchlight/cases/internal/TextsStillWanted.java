package org.porchlight.cases.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
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

  private static final Set<String> ASKING = Set.of(FamilyTexts.INVITATION, FamilyTexts.REMINDER);

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
      case FamilyTexts.GOODBYE -> !about.live();
      case FamilyTexts.THANKS -> about.outcome() == Outcome.CLOSED;
      // They answer the family's own text, also after closing; what ends a case takes back the
      // rest.
      case FamilyTexts.CALL_COMING, FamilyTexts.LATER -> true;
      case FamilyTexts.YES,
          FamilyTexts.CALLS_ONLY,
          FamilyTexts.ELSEWHERE,
          FamilyTexts.OTHER_VISITORS,
          FamilyTexts.HELP_ONLY,
          FamilyTexts.OTHER_WAYS,
          FamilyTexts.PAUSED ->
          about.live();
      default -> false;
    };
  }

  /** Invitations leave by the hundred: one query for all of them. */
  @Override
  @Transactional(readOnly = true)
  public Set<Text> stillWanted(Collection<Text> texts) {
    Set<Text> asking = new HashSet<>(texts);
    asking.removeIf(text -> !ASKING.contains(text.purpose()) || text.caseId() == null);
    Set<Text> wanted = new HashSet<>();
    if (!asking.isEmpty()) {
      Set<Invitations.Asked> asked =
          invitations.stillAsked(asking.stream().map(TextsStillWanted::asked).toList());
      asking.stream().filter(text -> asked.contains(asked(text))).forEach(wanted::add);
    }
    texts.stream()
        .filter(text -> !ASKING.contains(text.purpose()))
        .filter(text -> stillWanted(text.purpose(), text.occurrence(), text.caseId()))
        .forEach(wanted::add);
    return wanted;
  }

  private static Invitations.Asked asked(Text text) {
    return new Invitations.Asked(
        question(text.occurrence()), Objects.requireNonNull(text.caseId()).value());
  }

  private static UUID question(String occurrence) {
    return UUID.fromString(occurrence.split(":", 2)[0]);
  }

  /** The occurrence begins with the question's id. */
  private boolean stillAsked(String occurrence) {
    return invitations.find(question(occurrence)).filter(Invitations.Invitation::open).isPresent();
  }
}
