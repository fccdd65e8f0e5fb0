package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.choosing.ActAtSchool;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Puts the action before the school's people. */
@Component("referrals.planActionWorker")
class PlanActionWorker implements JobWorker<PlanActionWorker.Variables> {

  private final ActAtSchool actAtSchool;

  PlanActionWorker(ActAtSchool actAtSchool) {
    this.actAtSchool = actAtSchool;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.PLAN_ACTION;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return actAtSchool.plan(barrier);
  }
}
