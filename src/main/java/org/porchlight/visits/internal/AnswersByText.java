package org.porchlight.visits.internal;

import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A visitor answered by text. Anything but a yes frees the visitor: a "later" or "call me" is no
 * promise to come.
 */
@Component
class AnswersByText {

  private final AnswerAsk answers;
  private final HandOvers handOvers;

  AnswersByText(AnswerAsk answers, HandOvers handOvers) {
    this.answers = answers;
    this.handOvers = handOvers;
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered event) {
    if (event.kind() == Question.Kind.VISIT_ASSIGNMENT) {
      answers.byText(event.question(), event.answer() == Answer.YES, event.at());
      handOvers.byText(event.question(), event.answer() == Answer.YES, event.at());
    }
  }
}
