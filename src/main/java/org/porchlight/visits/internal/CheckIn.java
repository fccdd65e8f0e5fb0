package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visitors say when they arrive and when they have left; silence afterwards is looked into. */
@Service
public class CheckIn {

  private static final Duration CALL_WITHIN = Duration.ofMinutes(30);

  private final Appointments appointments;
  private final Pairs pairs;
  private final Cases cases;
  private final ProcessEngine engine;
  private final CheckOuts checkOuts;
  private final JdbcClient jdbc;
  private final Clock clock;

  CheckIn(
      Appointments appointments,
      Pairs pairs,
      Cases cases,
      ProcessEngine engine,
      CheckOuts checkOuts,
      JdbcClient jdbc,
      Clock clock) {
    this.appointments = appointments;
    this.pairs = pairs;
    this.cases = cases;
    this.engine = engine;
    this.checkOuts = checkOuts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The first time counts. */
  @Transactional
  public void arrive(UUID visitId, UserId visitor) {
    Appointment visit = own(visitId, visitor);
    keep(visit, visitor, "ARRIVED");
    checkOuts.ask(visit, visitor);
  }

  /** One word is enough for both: they leave together. */
  @Transactional
  public void leave(UUID visitId, UserId visitor) {
    Appointment visit = own(visitId, visitor);
    keep(visit, visitor, "LEFT");
    checkOuts.settle(visit);
    boolean alerted =
        jdbc.sql("select exists (select from visits.safety_alert where appointment = ?)")
            .param(visitId)
            .query(Boolean.class)
            .single();
    if (alerted) {
      engine.publish(
          new ProcessMessage(
              "visits.checkedOut",
              visitId.toString(),
              "visits.checkedOut:" + visitId,
              Duration.ofHours(1),
              visit.caseId().value(),
              Map.of()));
    }
  }

  /**
   * @param needed nobody has said that they left, and no log says so either
   * @param dueAt until when somebody should have called them
   */
  public record Alert(boolean needed, Instant dueAt) {}

  /** Asked some time after the visit should have ended. */
  @Transactional
  public Alert alert(UUID visitId) {
    Instant now = clock.instant();
    Appointment visit = appointments.findById(visitId).orElseThrow();
    boolean left =
        jdbc.sql(
                """
                select exists (
                  select from visits.presence where appointment = ? and what = 'LEFT')
                """)
            .param(visitId)
            .query(Boolean.class)
            .single();
    if (left || !visit.planned()) {
      return new Alert(false, now);
    }
    jdbc.sql("insert into visits.safety_alert values (?, ?) on conflict do nothing")
        .params(visitId, now.atOffset(ZoneOffset.UTC))
        .update();
    return new Alert(true, now.plus(CALL_WITHIN));
  }

  private void keep(Appointment visit, UserId visitor, String what) {
    Instant now = clock.instant();
    int added =
        jdbc.sql("insert into visits.presence values (?, ?, ?, ?) on conflict do nothing")
            .params(visit.id(), visitor.value(), what, now.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) {
      cases.note(
          visit.caseId(),
          "visits." + what + ":" + visit.id() + ":" + visitor,
          what.equals("LEFT") ? "visits.visitorsLeft" : "visits.visitorsArrived",
          visitor,
          now,
          Map.of());
    }
  }

  private Appointment own(UUID visitId, UserId visitor) {
    Appointment visit =
        appointments
            .findById(visitId)
            .orElseThrow(() -> new NoSuchElementException("No visit of this id"));
    if (!pairs.findById(visit.pair()).orElseThrow().includes(visitor)) {
      throw new AccessDeniedException("Somebody else makes this visit");
    }
    return visit;
  }
}
