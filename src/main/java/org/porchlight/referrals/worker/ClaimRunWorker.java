package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.owner.RunHelp;
import org.springframework.stereotype.Component;

/** First step: this instance is the barrier's only one, or ends itself. */
@Component("referrals.claimRunWorker")
class ClaimRunWorker implements JobWorker<ClaimRunWorker.Variables> {

  private final RunHelp runHelp;

  ClaimRunWorker(RunHelp runHelp) {
    this.runHelp = runHelp;
  }

  record Variables(String barrierId, int run) {}

  @Override
  public String jobType() {
    return ReferralLoop.CLAIM_RUN;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return runHelp.claim(barrier, in.run(), job.processInstanceKey());
  }
}
