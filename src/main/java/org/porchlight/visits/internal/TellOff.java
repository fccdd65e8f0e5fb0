package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.porchlight.cases.StaffRecords;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Tells the family, and the visitor who did not decide it, that nobody comes at the time that was
 * agreed on. A text that cannot arrive before that time, or cannot be written, becomes a call.
 */
@Component
class TellOff {

  /** Another time is often agreed on at once; then the family hears of that one only. */
  private static final Duration FOR_ANOTHER_TIME = Duration.ofHours(2);

  private final Pairs pairs;
  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final StaffRecords staff;
  private final Clock clock;

  TellOff(Pairs pairs, VisitorStore visitors, VisitTexts texts, StaffRecords staff, Clock clock) {
    this.pairs = pairs;
    this.visitors = visitors;
    this.texts = texts;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * @param cancelled called off rather than moved
   */
  void tell(Appointment visit, UserId by, boolean cancelled) {
    Instant now = clock.instant();
    List<Visitor> pair = pair(visit);
    Instant earliest = cancelled ? now : withTimeToAgree(visit, now);
    if (texts.reach(visit.caseId(), Purposes.FAMILY_OFF)) {
      texts.toFamily(visit, pair, text(visit, Purposes.FAMILY_OFF, earliest), false);
    } else if (cancelled) {
      texts.toBeSaid(visit.id(), visit, pair, Purposes.FAMILY_OFF);
      staff.record(visit.caseId(), StaffRecords.What.VISIT_OFF_TO_TELL, visit.id(), by, now);
    }
    pair.stream().filter(visitor -> !visitor.user().equals(by)).forEach(v -> tell(v, visit, now));
  }

  /** The family has said so itself, or hears of it otherwise. */
  void tellVisitors(Appointment visit) {
    pair(visit).forEach(visitor -> tell(visitor, visit, clock.instant()));
  }

  private void tell(Visitor visitor, Appointment visit, Instant now) {
    texts.toVisitor(
        visitor,
        text(visit, Purposes.VISITOR_OFF, now),
        Map.of("when", visit.startsAt()),
        "/visits");
  }

  private List<Visitor> pair(Appointment visit) {
    return pairs.findById(visit.pair()).orElseThrow().visitors().stream()
        .map(id -> visitors.find(id).orElseThrow())
        .toList();
  }

  private static Instant withTimeToAgree(Appointment visit, Instant now) {
    Instant later = now.plus(FOR_ANOTHER_TIME);
    return later.plus(FOR_ANOTHER_TIME).isBefore(visit.startsAt()) ? later : now;
  }

  private static VisitTexts.Text text(Appointment visit, String purpose, Instant notBefore) {
    return new VisitTexts.Text(
        visit.caseId(), purpose, visit.id().toString(), notBefore, visit.startsAt(), false);
  }
}
