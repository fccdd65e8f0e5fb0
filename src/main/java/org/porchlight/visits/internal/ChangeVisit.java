package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up a time before the visit: the process goes back to agreeing on one, and its reminders
 * fall away.
 */
@Service
public class ChangeVisit {

  private final Appointments appointments;
  private final Pairs pairs;
  private final Cases cases;
  private final ProcessEngine engine;
  private final Clock clock;

  ChangeVisit(
      Appointments appointments, Pairs pairs, Cases cases, ProcessEngine engine, Clock clock) {
    this.appointments = appointments;
    this.pairs = pairs;
    this.cases = cases;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * @param cancelled called off rather than moved; another time may be agreed on all the same
   * @return false where the visit has begun, or was given up before: nothing changes
   */
  @Transactional
  public boolean change(UUID visitId, UserId by, boolean cancelled) {
    return giveUp(visitId, by, cancelled, false);
  }

  /**
   * One of the two cannot come: illness, another job, no reason asked. The time is given up, both
   * are free, and the next best are chosen.
   *
   * @return false where the visit has begun, or was given up before: nothing changes
   */
  @Transactional
  public boolean fallOut(UUID visitId, UserId by) {
    if (!giveUp(visitId, by, true, true)) {
      return false;
    }
    Pair pair = pairs.findById(appointments.findById(visitId).orElseThrow().pair()).orElseThrow();
    if (pair.state().mayBecome(PairState.REPLACED)) {
      pair.replace();
      pairs.saveAndFlush(pair);
    }
    return true;
  }

  private boolean giveUp(UUID visitId, UserId by, boolean cancelled, boolean pairLost) {
    Appointment visit =
        appointments
            .findById(visitId)
            .orElseThrow(() -> new NoSuchElementException("No visit of this id"));
    Instant now = clock.instant();
    Appointment.State to = cancelled ? Appointment.State.CANCELLED : Appointment.State.CHANGED;
    if (!visit.startsAt().isAfter(now) || !visit.giveUp(to, by, now)) {
      return false;
    }
    appointments.saveAndFlush(visit);
    cases.note(
        visit.caseId(),
        "visits.changed:" + visitId,
        cancelled ? "visits.visitCancelled" : "visits.visitMoved",
        by,
        now,
        Map.of("when", visit.startsAt().toString()));
    engine.publish(
        new ProcessMessage(
            "visits.visitChanged",
            visitId.toString(),
            "visits.visitChanged:" + visitId,
            Duration.between(now, visit.endsAt()),
            visit.caseId().value(),
            pairLost
                ? Map.of("pairLost", true, "visitOutcome", "pairLost")
                : Map.of("pairLost", false)));
    return true;
  }
}
