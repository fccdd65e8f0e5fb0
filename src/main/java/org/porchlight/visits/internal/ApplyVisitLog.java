package org.porchlight.visits.internal;

import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.Programs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what happened at a visit, as it happened. */
@Service
public class ApplyVisitLog {

  private final Submissions submissions;
  private final Appointments appointments;
  private final LogContents contents;
  private final VisitLogs logs;
  private final Cases cases;
  private final Programs programs;

  ApplyVisitLog(
      Submissions submissions,
      Appointments appointments,
      LogContents contents,
      VisitLogs logs,
      Cases cases,
      Programs programs) {
    this.submissions = submissions;
    this.appointments = appointments;
    this.contents = contents;
    this.logs = logs;
    this.cases = cases;
    this.programs = programs;
  }

  /** A repeat with the same submission changes nothing. */
  @Transactional
  public Applied apply(UUID visitId, UUID submissionId) {
    Submission submission = submissions.get(submissionId);
    VisitOutcome outcome = VisitOutcome.of(submission.data());
    Appointment visit = appointments.findById(visitId).orElseThrow();
    VisitLogs.Content content = contents.of(visit, submission.data());
    if (logs.add(visit, submission, outcome, content)) {
      visit.logged();
      appointments.saveAndFlush(visit);
      if (outcome == VisitOutcome.COMPLETED) {
        cases.visited(
            visit.caseId(),
            visit.id(),
            content.facts().day(),
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
}
