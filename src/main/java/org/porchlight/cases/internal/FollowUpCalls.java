package org.porchlight.cases.internal;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.Programs;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tries of a follow-up call, on different days and hours, up to the set number. */
@Component
public class FollowUpCalls {

  private final CaseStore cases;
  private final Submissions submissions;
  private final EndCase endCase;
  private final BarriersOfCalls barriers;
  private final Programs programs;
  private final ContactPace pace;
  private final CaseTimes times;
  private final CasesProperties settings;
  private final JdbcClient jdbc;

  FollowUpCalls(
      CaseStore cases,
      Submissions submissions,
      EndCase endCase,
      BarriersOfCalls barriers,
      Programs programs,
      ContactPace pace,
      CaseTimes times,
      CasesProperties settings,
      JdbcClient jdbc) {
    this.cases = cases;
    this.submissions = submissions;
    this.endCase = endCase;
    this.barriers = barriers;
    this.programs = programs;
    this.pace = pace;
    this.times = times;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /**
   * {@code followUpOutcome}: reached, notReached, no; {@code triesLeft}.
   *
   * @param call the process instance of this call: tries are counted per call
   */
  @Transactional
  public Map<String, Object> apply(CaseId id, UUID submissionId, long call) {
    Case held = cases.hold(id);
    Submission said = submissions.get(submissionId);
    FormData data = new FormData(said.data());
    String outcome = data.code("outcome");
    keep(id, said, call, outcome);
    if (outcome.equals("NO")) {
      endCase.declineInTask(id, "CALL", said.by(), said.at());
    } else if (outcome.equals("REACHED")) {
      held.wishes(Wish.of(data.text("wantsAnotherVisit")));
      barriers.tell(id, said);
    }
    int allowed = programs.current(held.view().district()).attempts().callTries();
    return Map.of("followUpOutcome", variable(outcome), "triesLeft", tries(call) < allowed);
  }

  /** On another school day, at another hour than the try before. */
  @Transactional(readOnly = true)
  public Map<String, Object> nextTry(CaseId id, long call) {
    CaseView view = cases.read(id).view();
    ZonedDateTime next = times.otherHour(view, tries(call), settings.retrySchoolDays());
    return times.call(view, pace.notBeforeRoom(view, next));
  }

  private void keep(CaseId id, Submission said, long call, String outcome) {
    jdbc.sql(
            """
            insert into cases.call_try (submission_id, case_id, call_key, outcome, at)
            values (?, ?, ?, ?, ?) on conflict (submission_id) do nothing
            """)
        .params(said.id(), id.value(), call, outcome, said.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private int tries(long call) {
    return jdbc.sql("select count(*) from cases.call_try where call_key = ?")
        .param(call)
        .query(Integer.class)
        .single();
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
