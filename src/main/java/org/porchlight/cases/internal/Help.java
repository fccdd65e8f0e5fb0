package org.porchlight.cases.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Help for a family that wants neither visits nor calls. */
@Component
public class Help {

  private final CaseStore cases;
  private final Submissions submissions;
  private final CaseTimes times;
  private final CasesProperties settings;

  Help(CaseStore cases, Submissions submissions, CaseTimes times, CasesProperties settings) {
    this.cases = cases;
    this.submissions = submissions;
    this.times = times;
    this.settings = settings;
  }

  @Transactional(readOnly = true)
  public Map<String, Object> plan(CaseId id) {
    CaseView view = cases.read(id).view();
    return Map.of("helpDueAt", CaseTimes.text(times.dueIn(view, settings.contactSchoolDays())));
  }

  /** {@code callsWelcome}, and the instants of the first call. */
  @Transactional
  public Map<String, Object> apply(CaseId id, UUID submissionId) {
    Case held = cases.hold(id);
    FormData data = new FormData(submissions.get(submissionId).data());
    boolean welcome = data.code("calls").equals("YES");
    if (welcome) {
      held.wishes(Wish.CALLS_ONLY);
    }
    CaseView view = held.view();
    Map<String, Object> variables = new HashMap<>(times.call(view, times.waitFor(view, 1)));
    variables.put("callsWelcome", welcome);
    return variables;
  }
}
