package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The follow-up call and what the team then decides. */
@Component
public class Reviews {

  private final CaseStore cases;
  private final Submissions submissions;
  private final EndCase endCase;
  private final CaseTimes times;
  private final CasesProperties settings;

  Reviews(
      CaseStore cases,
      Submissions submissions,
      EndCase endCase,
      CaseTimes times,
      CasesProperties settings) {
    this.cases = cases;
    this.submissions = submissions;
    this.endCase = endCase;
    this.times = times;
    this.settings = settings;
  }

  /** {@code followUpOutcome}: reached, notReached, no. */
  @Transactional
  public Map<String, Object> afterCall(CaseId id, UUID submissionId) {
    Submission said = submissions.get(submissionId);
    String outcome = new FormData(said.data()).code("outcome");
    if (outcome.equals("NO")) {
      endCase.declineInTask(id, "CALL", said.by(), said.at());
    }
    ZonedDateTime due = times.dueIn(cases.read(id).view(), settings.reviewSchoolDays());
    return Map.of("followUpOutcome", variable(outcome), "reviewDueAt", CaseTimes.text(due));
  }

  /** {@code decision}: keep, close. */
  @Transactional
  public Map<String, Object> decide(CaseId id, UUID submissionId) {
    Case held = cases.hold(id);
    FormData data = new FormData(submissions.get(submissionId).data());
    if (data.code("decision").equals("CLOSE")) {
      held.reviewed(data.code("closingReason"));
      return Map.of("decision", "close");
    }
    CaseView view = held.view();
    LocalDate wished = data.day("nextContact");
    ZonedDateTime next =
        times.morningOf(
            view, wished == null ? times.today(view).plusDays(settings.nextContactDays()) : wished);
    ZonedDateTime due = times.dueAfter(view, next.toLocalDate(), settings.followUpDueSchoolDays());
    return Map.of(
        "decision", "keep",
        "nextContactAt", CaseTimes.text(next),
        "followUpDueAt", CaseTimes.text(due));
  }

  private static String variable(String outcome) {
    return switch (outcome) {
      case "REACHED" -> "reached";
      case "NOT_REACHED" -> "notReached";
      case "NO" -> "no";
      default -> throw new IllegalArgumentException("The form has no such outcome: " + outcome);
    };
  }
}
