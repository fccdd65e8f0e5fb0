package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The form that a visitor fills in after the visit, never in front of the family. */
@Component
class LogVisit implements TaskHandler {

  private final Cases cases;
  private final Appointments appointments;
  private final SchoolCalendars calendars;
  private final Clock clock;

  LogVisit(Cases cases, Appointments appointments, SchoolCalendars calendars, Clock clock) {
    this.cases = cases;
    this.appointments = appointments;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "visit-log";
  }

  /** What was agreed is most often what happened. */
  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return appointments
        .findFirstByCaseIdOrderByBookedAtDesc(task.subject())
        .map(
            visit -> {
              ZonedDateTime start = visit.startsAt().atZone(calendars.zone(visit.district()));
              Map<String, Object> values = new HashMap<>();
              values.put("visitDate", start.toLocalDate().toString());
              values.put(
                  "visitTime", start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
              values.put("place", visit.place());
              values.put("visitorsPresent", "BOTH");
              return values;
            })
        .orElse(Map.of());
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    ZoneId zone = calendars.zone(view.district());
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    VisitOutcome outcome = VisitOutcome.of(submission.data());
    LocalDate day = FormValues.date(submission.data(), "visitDate");
    if (day != null && day.isAfter(today)) {
      throw FormValues.wrong("visitDate", "This day is still to come: enter the day of the visit");
    }
    LocalDate next = FormValues.date(submission.data(), "nextContact");
    if (next != null && next.isBefore(today)) {
      throw FormValues.wrong("nextContact", "This day has passed: choose a later one");
    }
    Map<String, Object> facts = new HashMap<>(submission.data());
    facts.put("outcome", outcome.name());
    cases.note(
        view.id(),
        "visits.log:" + submission.id(),
        "visits.visitLogged",
        submission.by(),
        submission.at(),
        facts);
    return Map.of();
  }
}
