package org.porchlight.cases.internal;

import java.util.UUID;
import org.porchlight.cases.Outcome;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of a call that the family had asked for. */
@Component
public class RecordCallBack {

  private final CallRequests calls;
  private final EndCase endCase;
  private final Submissions submissions;
  private final Timeline timeline;

  RecordCallBack(CallRequests calls, EndCase endCase, Submissions submissions, Timeline timeline) {
    this.calls = calls;
    this.endCase = endCase;
    this.submissions = submissions;
    this.timeline = timeline;
  }

  @Transactional
  public void record(CaseId id, UUID submissionId) {
    Submission said = submissions.get(submissionId);
    String outcome = new FormData(said.data()).code("outcome");
    String entry = "calledBack:" + submissionId;
    if (timeline.has(id, entry)) {
      return;
    }
    timeline.add(
        id, entry, "cases.calledBack." + outcome, said.by(), said.at(), java.util.Map.of());
    calls.settleOldest(id);
    if (outcome.equals("NO")) {
      endCase.interrupt(id, Outcome.DECLINED, "CALL", said.by(), said.at());
    }
  }
}
