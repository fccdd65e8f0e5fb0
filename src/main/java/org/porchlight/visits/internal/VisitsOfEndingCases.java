package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import org.porchlight.cases.CaseEnding;
import org.porchlight.cases.CasePaused;
import org.porchlight.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A family that said no, or would like a break, is not visited: the time that was agreed on is off,
 * and both visitors hear.
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
    callOff(event.caseId(), event.at());
  }

  /** After the break another time is agreed on. */
  @EventListener
  @Transactional
  void on(CasePaused event) {
    callOff(event.caseId(), event.at());
  }

  private void callOff(CaseId id, Instant at) {
    appointments
        .lockByCaseIdAndState(id.value(), Appointment.State.PLANNED)
        .filter(visit -> visit.startsAt().isAfter(clock.instant()))
        .ifPresent(
            visit -> {
              visit.giveUp(Appointment.State.CANCELLED, null, at);
              appointments.saveAndFlush(visit);
              tellOff.tellVisitors(visit);
            });
  }
}
