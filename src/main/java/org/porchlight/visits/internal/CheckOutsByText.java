package org.porchlight.visits.internal;

import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.shared.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A visitor said by text that they have left. */
@Component
class CheckOutsByText {

  private final CheckOuts checkOuts;
  private final CheckIn checkIn;
  private final Appointments appointments;

  CheckOutsByText(CheckOuts checkOuts, CheckIn checkIn, Appointments appointments) {
    this.checkOuts = checkOuts;
    this.checkIn = checkIn;
    this.appointments = appointments;
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered event) {
    if (event.kind() != Question.Kind.CHECK_OUT) {
      return;
    }
    checkOuts
        .find(event.question())
        .ifPresent(
            asked -> {
              UserId visitor = new UserId(asked.visitor());
              checkIn.leave(asked.appointment(), visitor);
              checkOuts.thank(
                  appointments.findById(asked.appointment()).orElseThrow(),
                  event.question(),
                  visitor);
            });
  }
}
