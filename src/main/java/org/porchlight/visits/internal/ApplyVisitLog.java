package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.Programs;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what happened at a visit, as it happened. */
@Service
public class ApplyVisitLog {

  private final Submissions submissions;
  private final Appointments appointments;
  private final Pairs pairs;
  private final VisitorStore visitors;
  private final Families families;
  private final VisitLogs logs;
  private final Cases cases;
  private final Programs programs;
  private final SchoolCalendars calendars;

  ApplyVisitLog(
      Submissions submissions,
      Appointments appointments,
      Pairs pairs,
      VisitorStore visitors,
      Families families,
      VisitLogs logs,
      Cases cases,
      Programs programs,
      SchoolCalendars calendars) {
    this.submissions = submissions;
    this.appointments = appointments;
    this.pairs = pairs;
    this.visitors = visitors;
    this.families = families;
    this.logs = logs;
    this.cases = cases;
    this.programs = programs;
    this.calendars = calendars;
  }

  /** A repeat with the same submission changes nothing. */
  @Transactional
  public Applied apply(UUID visitId, UUID submissionId) {
    Submission submission = submissions.get(submissionId);
    VisitOutcome outcome = VisitOutcome.of(submission.data());
    Appointment visit = appointments.findById(visitId).orElseThrow();
    Pair pair = pairs.findById(visit.pair()).orElseThrow();
    List<Visitor> both =
        pair.visitors().stream().map(id -> visitors.find(id).orElseThrow()).toList();
    String language = families.find(visit.family()).map(FamilyLanguage::of).orElse(null);
    List<String> exceptions =
        outcome == VisitOutcome.COMPLETED
            ? Fidelity.exceptions(submission.data(), both, language)
            : List.of();
    if (logs.add(visit, submission, outcome, exceptions)) {
      visit.logged();
      appointments.saveAndFlush(visit);
      if (outcome == VisitOutcome.COMPLETED) {
        cases.visited(
            visit.caseId(),
            visit.id(),
            day(visit, submission),
            Wish.of(FormValues.text(submission.data(), "wantsAnotherVisit")));
      }
    }
    int allowed = programs.current(visit.district()).attempts().visitTries();
    return new Applied(outcome, logs.foundNoOne(visit.caseId()) < allowed);
  }

  /**
   * @param triesLeft whether another try to find somebody at home is within the set number
   */
  public record Applied(VisitOutcome outcome, boolean triesLeft) {}

  private LocalDate day(Appointment visit, Submission submission) {
    LocalDate said = FormValues.date(submission.data(), "visitDate");
    return said != null
        ? said
        : visit.startsAt().atZone(calendars.zone(visit.district())).toLocalDate();
  }
}
