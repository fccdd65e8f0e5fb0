package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.messaging.SendWindows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts around the day of a visit; a timer that fires late finds the visit changed or over, and
 * says nothing.
 */
@Service
public class RemindVisit {

  private final Appointments appointments;
  private final Pairs pairs;
  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final SendWindows windows;
  private final VisitProperties settings;
  private final Clock clock;

  RemindVisit(
      Appointments appointments,
      Pairs pairs,
      VisitorStore visitors,
      VisitTexts texts,
      SendWindows windows,
      VisitProperties settings,
      Clock clock) {
    this.appointments = appointments;
    this.pairs = pairs;
    this.visitors = visitors;
    this.texts = texts;
    this.windows = windows;
    this.settings = settings;
    this.clock = clock;
  }

  /** Two days before: everybody, unless they were told the time later than that. */
  @Transactional
  public void remind(UUID visitId) {
    Appointment visit = appointments.findById(visitId).orElseThrow();
    if (!visit.bookedAt().isAfter(visit.startsAt().minus(settings.remindBefore()))) {
      remind(visit, Purposes.FAMILY_REMINDER, Purposes.VISITOR_REMINDER);
    }
  }

  /** Two hours before: everybody once more. */
  @Transactional
  public void remindAgain(UUID visitId) {
    Appointment visit = appointments.findById(visitId).orElseThrow();
    remind(visit, Purposes.FAMILY_LAST_REMINDER, Purposes.VISITOR_LAST_REMINDER);
  }

  private void remind(Appointment visit, String toFamily, String toVisitors) {
    Instant now = clock.instant();
    if (!visit.planned() || !visit.startsAt().isAfter(now)) {
      return;
    }
    List<Visitor> pair = pair(visit);
    texts.toFamily(visit, pair, text(visit, toFamily, now), false);
    for (Visitor visitor : pair) {
      texts.toVisitor(
          visitor,
          text(visit, toVisitors, now),
          Map.of("when", visit.startsAt()),
          "/visits/" + visit.id());
    }
  }

  /** After it: both visitors, a friendly word while no log is written. */
  @Transactional
  public void nudgeLog(UUID visitId) {
    Appointment visit = appointments.findById(visitId).orElseThrow();
    if (!visit.planned()) {
      return;
    }
    Instant now = clock.instant();
    for (Visitor visitor : pair(visit)) {
      texts.toVisitor(
          visitor,
          new VisitTexts.Text(
              visit.caseId(),
              Purposes.LOG_NUDGE,
              visit.id().toString(),
              now,
              windows.dueAfter(visit.district(), now, settings.logWithin()),
              false),
          Map.of(),
          "/visits/" + visit.id());
    }
  }

  private static VisitTexts.Text text(Appointment visit, String purpose, Instant now) {
    return new VisitTexts.Text(
        visit.caseId(), purpose, visit.id().toString(), now, visit.startsAt(), true);
  }

  private List<Visitor> pair(Appointment visit) {
    return pairs.findById(visit.pair()).orElseThrow().visitors().stream()
        .map(id -> visitors.find(id).orElseThrow())
        .toList();
  }
}
