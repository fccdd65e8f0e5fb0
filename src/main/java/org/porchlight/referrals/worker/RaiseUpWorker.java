package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.Watch;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** The people above have it too. */
@Component("referrals.raiseUpWorker")
class RaiseUpWorker implements JobWorker<RaiseUpWorker.Variables> {

  private final Watch watch;

  RaiseUpWorker(Watch watch) {
    this.watch = watch;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.RAISE_UP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return watch.raise(barrier, job.elementInstanceKey());
  }
}
