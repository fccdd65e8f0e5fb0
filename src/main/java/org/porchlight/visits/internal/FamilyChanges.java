package org.porchlight.visits.internal;

import java.util.Optional;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a family answers by number around a visit: which of the offered times suits; and, once a
 * visit is agreed on, 1 for another time, 2 to call it off. CANCEL and END would stop all texts.
 */
@Component
class FamilyChanges {

  private final CaseContacts contacts;
  private final Questions questions;
  private final TimeOffers offers;
  private final ChangeVisit changes;

  FamilyChanges(
      CaseContacts contacts, Questions questions, TimeOffers offers, ChangeVisit changes) {
    this.contacts = contacts;
    this.questions = questions;
    this.offers = offers;
    this.changes = changes;
  }

  /** Open until the visit begins. */
  void askFamily(Appointment visit) {
    Optional<TextContact> to = contacts.textTo(visit.caseId());
    if (to.isPresent()) {
      questions.ask(
          new Question(
              visit.id(),
              Question.Kind.VISIT_PLANNED,
              to.get().phone(),
              new Recipient.OfFamily(visit.family(), to.get().guardian()),
              visit.caseId(),
              to.get().language(),
              visit.startsAt(),
              null));
    }
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered event) {
    if (event.kind() == Question.Kind.TIME_OFFER) {
      offers.answered(event.question(), event.caseId(), number(event.answer()), event.at());
    } else if (event.kind() == Question.Kind.VISIT_PLANNED) {
      changes.change(event.question(), null, event.answer() == Answer.SECOND);
    }
  }

  private static int number(Answer answer) {
    return switch (answer) {
      case FIRST -> 1;
      case SECOND -> 2;
      case THIRD -> 3;
      default -> 0;
    };
  }
}
