package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.owner.PlanHelp;
import org.springframework.stereotype.Component;

/** Finds out whose turn it is. */
@Component("referrals.planHelpWorker")
class PlanHelpWorker implements JobWorker<PlanHelpWorker.Variables> {

  private final PlanHelp planHelp;

  PlanHelpWorker(PlanHelp planHelp) {
    this.planHelp = planHelp;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.PLAN_HELP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return planHelp.plan(barrier);
  }
}
