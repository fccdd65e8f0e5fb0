package org.porchlight.visits.internal;

import java.time.Clock;
import org.porchlight.cases.CaseEnding;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A family that said no is not visited: the time that was agreed on is off, and both visitors hear.
 */
@Component
class VisitsOfEndingCases {

  private final Appointments appointments;
  private final TellOff tellOff;
  private final Clock clock;

  VisitsOfEndingCases(Appointments appointments, TellOff tellOff, Clock clock) {
    this.appointments = appointments;
    this.tellOff = tellOff;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(CaseEnding event) {
    appointments
        .lockByCaseIdAndState(event.caseId().value(), Appointment.State.PLANNED)
        .filter(visit -> visit.startsAt().isAfter(clock.instant()))
        .ifPresent(
            visit -> {
              visit.giveUp(Appointment.State.CANCELLED, null, event.at());
              appointments.saveAndFlush(visit);
              tellOff.tellVisitors(visit);
            });
  }
}
