package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.Answer;
import org.springframework.stereotype.Component;

/** Answers a family's own text, and keeps what it said. */
@Component
class FamilyReplies {

  private final CaseContacts contacts;
  private final FamilyTexts texts;
  private final Timeline timeline;
  private final CaseTimes times;
  private final CasesProperties settings;

  FamilyReplies(
      CaseContacts contacts,
      FamilyTexts texts,
      Timeline timeline,
      CaseTimes times,
      CasesProperties settings) {
    this.contacts = contacts;
    this.texts = texts;
    this.timeline = timeline;
    this.times = times;
    this.settings = settings;
  }

  void later(Case held, UUID inbound, Instant at) {
    CaseView view = held.view();
    LocalDate until = times.today(view).plusDays(settings.laterDays());
    held.postponed(until);
    timeline.add(
        view.id(), "inbound:" + inbound, "cases.familySaidLater", null, at, Map.of("until", until));
    receipt(view, FamilyTexts.LATER, inbound);
  }

  void callComing(CaseView view, UUID inbound, Instant at) {
    timeline.add(view.id(), "inbound:" + inbound, "cases.familyAskedForCall", null, at, Map.of());
    receipt(view, FamilyTexts.CALL_COMING, inbound);
  }

  /**
   * @param wish kept under this code, as the forms have it
   */
  void wished(CaseView view, Answer wish, UUID inbound, Instant at) {
    String kind = "cases.familyWished." + wish;
    timeline.add(view.id(), "inbound:" + inbound, kind, null, at, Map.of("how", EndCase.BY_TEXT));
    switch (wish) {
      case CALLS_ONLY -> receipt(view, FamilyTexts.CALLS_ONLY, inbound);
      case HELP_ONLY -> receipt(view, FamilyTexts.HELP_ONLY, inbound);
      case SOMEBODY_ELSE -> receipt(view, FamilyTexts.OTHER_VISITORS, inbound);
      case ELSEWHERE -> receipt(view, FamilyTexts.ELSEWHERE, inbound);
      default -> throw new IllegalArgumentException("No wish: " + wish);
    }
  }

  /** The phone itself has been answered where the text was understood. */
  void wrongNumber(CaseView view, UUID inbound, Instant at) {
    timeline.add(view.id(), "inbound:" + inbound, "cases.wrongNumber", null, at, Map.of());
  }

  private void receipt(CaseView view, String purpose, UUID inbound) {
    contacts
        .textTo(view.id())
        .ifPresent(to -> texts.receipt(view, to, purpose, inbound.toString()));
  }
}
