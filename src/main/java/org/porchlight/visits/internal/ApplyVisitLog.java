package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.SendWindows;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what happened at a visit, as it happened. */
@Service
public class ApplyVisitLog {

  private static final Duration NOTE_WITHIN = Duration.ofHours(4);

  private final Submissions submissions;
  private final Appointments appointments;
  private final LogContents contents;
  private final VisitLogs logs;
  private final SafetyStops stops;
  private final SendWindows windows;
  private final VisitProperties settings;
  private final Cases cases;
  private final BarriersOfLogs barriers;
  private final Programs programs;
  private final Clock clock;

  ApplyVisitLog(
      Submissions submissions,
      Appointments appointments,
      LogContents contents,
      VisitLogs logs,
      SafetyStops stops,
      SendWindows windows,
      VisitProperties settings,
      Cases cases,
      BarriersOfLogs barriers,
      Programs programs,
      Clock clock) {
    this.submissions = submissions;
    this.appointments = appointments;
    this.contents = contents;
    this.logs = logs;
    this.stops = stops;
    this.windows = windows;
    this.settings = settings;
    this.cases = cases;
    this.barriers = barriers;
    this.programs = programs;
    this.clock = clock;
  }

  /** A repeat with the same submission changes nothing. */
  @Transactional
  public Applied apply(UUID visitId, UUID submissionId) {
    Submission submission = submissions.get(submissionId);
    return apply(visitId, submission, VisitOutcome.of(submission.data()));
  }

  /**
   * The coordinator learned by phone that the visitors had to leave: nobody is asked for a log.
   *
   * @param submissionId of the check whether they are safe
   */
  @Transactional
  public Applied applyUnsafe(UUID visitId, UUID submissionId) {
    Submission check = submissions.get(submissionId);
    // The way from the family's page to the note: what the check said stays out of the timeline.
    cases.note(
        new CaseId(check.task().subject()),
        "visits.log:" + check.id(),
        "visits.visitLogged",
        check.by(),
        check.at(),
        Map.of("log", check.id().toString()));
    return apply(visitId, check, VisitOutcome.UNSAFE);
  }

  private Applied apply(UUID visitId, Submission submission, VisitOutcome outcome) {
    Appointment visit = appointments.findById(visitId).orElseThrow();
    VisitLogs.Content content = contents.of(visit, outcome, submission.data());
    if (logs.add(visit, submission, outcome, content)) {
      visit.logged();
      appointments.saveAndFlush(visit);
      if (outcome == VisitOutcome.UNSAFE) {
        Duration stands = Duration.ofDays(settings.safetyNoteDays());
        stops.add(visit, submission.at(), visit.startsAt().plus(stands));
      }
      if (outcome == VisitOutcome.COMPLETED) {
        cases.visited(
            visit.caseId(),
            visit.id(),
            content.facts().day(),
            Wish.of(FormValues.text(submission.data(), "wantsAnotherVisit")));
        barriers.tell(
            visit.caseId(), submission.id(), submission.data(), submission.by(), submission.at());
      }
    }
    int allowed = programs.current(visit.district()).attempts().visitTries();
    return new Applied(
        outcome,
        logs.foundNoOne(visit.caseId()) < allowed,
        windows.dueAfter(visit.district(), clock.instant(), NOTE_WITHIN));
  }

  /**
   * @param triesLeft whether another try to find somebody at home is within the set number
   * @param noteDueAt until when facts are written down, where the visit was not safe
   */
  public record Applied(VisitOutcome outcome, boolean triesLeft, Instant noteDueAt) {}
}
