package org.porchlight.visits.internal;

import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.FirstContactPlans;
import org.porchlight.cases.FirstContactPlans.Channel;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the coordinator's plan hold: keeps it, and puts the chosen pair in the place of an earlier
 * one.
 */
@Service
public class ApplyPlan {

  private final Submissions submissions;
  private final Cases cases;
  private final FirstContactPlans plans;
  private final Pairs pairs;
  private final NewPair newPair;

  ApplyPlan(
      Submissions submissions, Cases cases, FirstContactPlans plans, Pairs pairs, NewPair newPair) {
    this.submissions = submissions;
    this.cases = cases;
    this.plans = plans;
    this.pairs = pairs;
    this.newPair = newPair;
  }

  /** A repeat with the same submission changes nothing. */
  @Transactional
  public Channel apply(CaseId caseId, UUID submissionId) {
    Submission submission = submissions.get(submissionId);
    PlanForm form = PlanForm.of(submission.data());
    if (pairs.findByPlanSubmission(submissionId).isPresent()) {
      return form.channel();
    }
    CaseView view = cases.get(caseId);
    UUID guardian = form.guardian();
    plans.record(
        caseId,
        new FirstContactPlans.Plan(
            form.channel(),
            form.whoKnows(),
            guardian == null ? null : new GuardianId(guardian),
            form.choice().interpreterLanguage(),
            submission.by()));
    newPair.add(view, form.choice(), submissionId);
    return form.channel();
  }
}
