package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.Watch;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Nobody stepped in: it goes on, one level up. */
@Component("referrals.letGoOnWorker")
class LetGoOnWorker implements JobWorker<LetGoOnWorker.Variables> {

  private final Watch watch;

  LetGoOnWorker(Watch watch) {
    this.watch = watch;
  }

  record Variables(String barrierId, String stepInId) {}

  @Override
  public String jobType() {
    return ReferralLoop.LET_GO_ON;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return watch.letGoOn(barrier, UUID.fromString(in.stepInId()));
  }
}
