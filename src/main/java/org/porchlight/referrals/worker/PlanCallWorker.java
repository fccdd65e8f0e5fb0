package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.asking.HearFamily;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Puts the call before whoever makes it. */
@Component("referrals.planCallWorker")
class PlanCallWorker implements JobWorker<PlanCallWorker.Variables> {

  private final HearFamily hearFamily;

  PlanCallWorker(HearFamily hearFamily) {
    this.hearFamily = hearFamily;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.PLAN_CALL;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return hearFamily.planCall(barrier);
  }
}
