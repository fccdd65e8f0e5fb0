package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Receipts;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Answers a family's own text, and keeps what it said. */
@Component
class FamilyReplies {

  private final CaseContacts contacts;
  private final FamilyTexts texts;
  private final Receipts receipts;
  private final PauseCase pauses;
  private final Timeline timeline;
  private final CaseTimes times;
  private final CasesProperties settings;

  FamilyReplies(
      CaseContacts contacts,
      FamilyTexts texts,
      Receipts receipts,
      PauseCase pauses,
      Timeline timeline,
      CaseTimes times,
      CasesProperties settings) {
    this.contacts = contacts;
    this.texts = texts;
    this.receipts = receipts;
    this.pauses = pauses;
    this.timeline = timeline;
    this.times = times;
    this.settings = settings;
  }

  /** Days may pass until a time is found: the family knows that its yes has come. */
  void welcome(CaseView view, UUID inbound) {
    receipt(view, FamilyTexts.YES, inbound);
  }

  void later(Case held, UUID inbound, Instant at) {
    CaseView view = held.view();
    LocalDate until = times.today(view).plusDays(settings.laterDays());
    held.postponed(until);
    timeline.add(
        view.id(), "inbound:" + inbound, "cases.familySaidLater", null, at, Map.of("until", until));
    receipt(view, FamilyTexts.LATER, inbound);
  }

  /** Whoever offered the times asks again; the family hears that its word has come. */
  void noTimeSuits(CaseId id, Answer answer, UUID inbound) {
    if (answer == Answer.LATER) {
      receipts.send(inbound, FamilyTexts.LATER, id, Map.of());
    } else if (answer == Answer.CALL_ME) {
      receipts.send(inbound, FamilyTexts.CALL_COMING, id, Map.of());
    }
  }

  /** Nothing waits for the family's answer: somebody looks what can wait, and the family knows. */
  void laterNoted(CaseView view, UUID inbound) {
    receipt(view, FamilyTexts.LATER, inbound);
  }

  /** The invitation stays open; it is answered with one of the numbers. */
  void otherWays(CaseView view, UUID inbound, Instant at) {
    timeline.add(view.id(), "inbound:" + inbound, "cases.familyAskedForWays", null, at, Map.of());
    receipt(view, FamilyTexts.OTHER_WAYS, inbound);
  }

  void paused(Case held, UUID inbound, Instant at) {
    CaseView view = held.view();
    LocalDate until = times.today(view).plusDays(settings.pauseDays());
    pauses.pause(held, until, inbound, null, at);
    receipts.send(inbound, FamilyTexts.PAUSED, view.id(), Map.of("until", until));
  }

  /** After the end: nobody comes anyway, and a call is somebody's to make. */
  boolean afterTheEnd(CaseView view, Answer answer, UUID inbound) {
    return switch (answer) {
      case NO, NO_VISIT, LATER, PAUSE ->
          receipts.send(inbound, FamilyTexts.GOODBYE, view.id(), Map.of());
      case CALL_ME -> {
        receipts.send(inbound, FamilyTexts.CALL_COMING, view.id(), Map.of());
        yield false;
      }
      default -> false;
    };
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

  /** On the phone that wrote; where nobody can tell which, on the one for texts. */
  private void receipt(CaseView view, String purpose, UUID inbound) {
    if (receipts.send(inbound, purpose, view.id(), Map.of())) {
      return;
    }
    contacts
        .textTo(view.id())
        .ifPresent(to -> texts.receipt(view, to, purpose, inbound.toString()));
  }
}
