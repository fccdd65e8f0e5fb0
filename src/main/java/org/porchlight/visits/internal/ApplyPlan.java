package org.porchlight.visits.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.FirstContactPlans;
import org.porchlight.cases.FirstContactPlans.Channel;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;
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
  private final Clock clock;

  ApplyPlan(
      Submissions submissions, Cases cases, FirstContactPlans plans, Pairs pairs, Clock clock) {
    this.submissions = submissions;
    this.cases = cases;
    this.plans = plans;
    this.pairs = pairs;
    this.clock = clock;
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
            form.interpreterLanguage(),
            submission.by()));
    pairs
        .findByCaseIdAndStateIn(caseId.value(), PairState.CURRENT)
        .ifPresent(
            earlier -> {
              earlier.replace();
              pairs.saveAndFlush(earlier);
            });
    pairs.saveAndFlush(
        new Pair(
            caseId,
            view.family(),
            view.district(),
            new UserId(Objects.requireNonNull(form.visitorA())),
            new UserId(Objects.requireNonNull(form.visitorB())),
            form.interpreterLanguage(),
            submissionId,
            clock.instant()));
    return form.channel();
  }
}
