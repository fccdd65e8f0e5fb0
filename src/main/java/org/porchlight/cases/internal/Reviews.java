package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the team decides about a case. */
@Component
public class Reviews {

  private final CaseStore cases;
  private final Submissions submissions;
  private final ClosingStore closings;
  private final Barriers barriers;
  private final ContactPace pace;
  private final CaseTimes times;
  private final CasesProperties settings;

  Reviews(
      CaseStore cases,
      Submissions submissions,
      ClosingStore closings,
      Barriers barriers,
      ContactPace pace,
      CaseTimes times,
      CasesProperties settings) {
    this.cases = cases;
    this.submissions = submissions;
    this.closings = closings;
    this.barriers = barriers;
    this.pace = pace;
    this.times = times;
    this.settings = settings;
  }

  /** {@code decision}: keep, close; of a case that is kept, {@code nextStep}: call, visit. */
  @Transactional
  public Map<String, Object> decide(CaseId id, UUID submissionId) {
    Case held = cases.hold(id);
    Submission said = submissions.get(submissionId);
    FormData data = new FormData(said.data());
    String decision = data.code("decision");
    if (decision.equals("CLOSE")) {
      held.reviewed(data.code("closingReason"));
      closings.keep(id, held.view().run(), said);
      data.codes(KeepOrCloseForm.SETTLED).stream()
          .map(UUID::fromString)
          .forEach(one -> barriers.end(one, Barrier.End.RESOLVED, said.by(), said.at(), null));
      return Map.of("decision", "close");
    }
    CaseView view = held.view();
    LocalDate wished = data.day("nextContact");
    LocalDate day =
        wished == null ? times.today(view).plusDays(settings.nextContactDays()) : wished;
    ZonedDateTime next = times.morningOf(view, day);
    Map<String, Object> variables = new HashMap<>(times.call(view, pace.notBeforeRoom(view, next)));
    variables.put("decision", "keep");
    variables.put("nextStep", decision.equals("VISIT") ? "visit" : "call");
    variables.put("nextContactAt", CaseTimes.text(next));
    variables.put("familyAgreed", view.familyAgreed());
    return variables;
  }
}
