package org.porchlight.visits.internal;

import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the coordinator's choice of the next best pair hold. */
@Service
public class ApplyChoice {

  private final Submissions submissions;
  private final Cases cases;
  private final NewPair newPair;

  ApplyChoice(Submissions submissions, Cases cases, NewPair newPair) {
    this.submissions = submissions;
    this.cases = cases;
    this.newPair = newPair;
  }

  /** False where nobody was found. A repeat with the same submission changes nothing. */
  @Transactional
  public boolean apply(CaseId caseId, UUID submissionId) {
    Submission submission = submissions.get(submissionId);
    if (!ChooseVisitors.found(submission)) {
      return false;
    }
    newPair.add(cases.get(caseId), ChosenPair.Choice.of(submission.data()), submissionId);
    return true;
  }
}
