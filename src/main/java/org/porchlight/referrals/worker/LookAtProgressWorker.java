package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.Watch;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Looks whether the barrier moves. */
@Component("referrals.lookAtProgressWorker")
class LookAtProgressWorker implements JobWorker<LookAtProgressWorker.Variables> {

  private final Watch watch;

  LookAtProgressWorker(Watch watch) {
    this.watch = watch;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.LOOK_AT_PROGRESS;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return watch.look(barrier);
  }
}
