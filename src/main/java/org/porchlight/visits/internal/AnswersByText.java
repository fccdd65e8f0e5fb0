package org.porchlight.visits.internal;

import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

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

  @ApplicationModuleListener
  void on(QuestionAnswered event) {
    if (event.kind() == Question.Kind.VISIT_ASSIGNMENT) {
      answers.byText(event.question(), event.answer() == Answer.YES, event.at());
    }
  }
}
