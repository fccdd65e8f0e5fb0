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

  AnswersByText(AnswerAsk answers) {
    this.answers = answers;
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered event) {
    if (event.kind() == Question.Kind.VISIT_ASSIGNMENT) {
      answers.byText(event.question(), event.answer() == Answer.YES, event.at());
    }
  }
}
