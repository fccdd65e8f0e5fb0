package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Cases;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up a time before the visit: the family and the other visitor hear of it, the process goes
 * back to agreeing on a time, and its reminders fall away.
 */
@Service
public class ChangeVisit {

  private final Appointments appointments;
  private final Pairs pairs;
  private final TellOff tellOff;
  private final Cases cases;
  private final ProcessEngine engine;
  private final Clock clock;

  ChangeVisit(
      Appointments appointments,
      Pairs pairs,
      TellOff tellOff,
      Cases cases,
      ProcessEngine engine,
      Clock clock) {
    this.appointments = appointments;
    this.pairs = pairs;
    this.tellOff = tellOff;
    this.cases = cases;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * @param by null: the family, by text
   * @param cancelled called off rather than moved; another time may be agreed on all the same
   * @return false where the visit has begun, or was given up before: nothing changes
   */
  @Transactional
  public boolean change(UUID visitId, @Nullable UserId by, boolean cancelled) {
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

  private boolean giveUp(UUID visitId, @Nullable UserId by, boolean cancelled, boolean pairLost) {
    Appointment visit =
        appointments
            .lockById(visitId)
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
    if (by == null) {
      tellOff.tellVisitors(visit);
    } else {
      tellOff.tell(visit, by, cancelled);
    }
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
