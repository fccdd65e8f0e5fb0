package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The log that a visitor writes after the visit, never in front of the family. */
@Component
class LogVisit {

  private final Cases cases;
  private final Appointments appointments;
  private final Pairs pairs;
  private final VisitorStore visitors;
  private final Families families;
  private final SchoolCalendars calendars;
  private final VisitPlan plan;
  private final Clock clock;

  LogVisit(
      Cases cases,
      Appointments appointments,
      Pairs pairs,
      VisitorStore visitors,
      Families families,
      SchoolCalendars calendars,
      VisitPlan plan,
      Clock clock) {
    this.cases = cases;
    this.appointments = appointments;
    this.pairs = pairs;
    this.visitors = visitors;
    this.families = families;
    this.calendars = calendars;
    this.plan = plan;
    this.clock = clock;
  }

  /** What was agreed is most often what happened. */
  Map<String, Object> prefill(OpenTask task) {
    return appointments
        .findFirstByCaseIdOrderByBookedAtDesc(task.subject())
        .map(this::prefill)
        .orElse(Map.of());
  }

  Map<String, Object> prefill(Appointment visit) {
    Pair pair = pairs.findById(visit.pair()).orElseThrow();
    List<Visitor> both =
        pair.visitors().stream().map(id -> visitors.find(id).orElseThrow()).toList();
    String language = families.find(visit.family()).map(FamilyLanguage::of).orElse(null);
    return plan.values(visit, pair, both, calendars.zone(visit.district()), language);
  }

  Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    check(view, submission.data());
    cases.note(
        view.id(),
        "visits.log:" + submission.id(),
        "visits.visitLogged",
        submission.by(),
        submission.at(),
        Map.of("log", submission.id().toString()));
    return Map.of();
  }

  /** What the form's own rules cannot say. Throws {@code InvalidSubmission}. */
  void check(CaseView view, Map<String, Object> log) {
    ZoneId zone = calendars.zone(view.district());
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    VisitOutcome.of(log);
    LocalDate day = FormValues.date(log, "visitDate");
    if (day != null && day.isAfter(today)) {
      throw FormValues.wrong("visitDate", "This day is still to come: enter the day of the visit");
    }
    LocalDate next = FormValues.date(log, "nextContact");
    if (next != null && next.isBefore(today)) {
      throw FormValues.wrong("nextContact", "This day has passed: choose a later one");
    }
  }
}
