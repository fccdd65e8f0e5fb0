package org.porchlight.visits.internal;

import java.util.List;
import java.util.UUID;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.roster.Families;
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

  ApplyVisitLog(
      Submissions submissions,
      Appointments appointments,
      Pairs pairs,
      VisitorStore visitors,
      Families families,
      VisitLogs logs) {
    this.submissions = submissions;
    this.appointments = appointments;
    this.pairs = pairs;
    this.visitors = visitors;
    this.families = families;
    this.logs = logs;
  }

  /** A repeat with the same submission changes nothing. */
  @Transactional
  public VisitOutcome apply(UUID visitId, UUID submissionId) {
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
    }
    return outcome;
  }
}
