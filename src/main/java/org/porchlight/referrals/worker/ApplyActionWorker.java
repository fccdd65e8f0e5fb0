package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.choosing.ActAtSchool;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Applies what the school's people said. */
@Component("referrals.applyActionWorker")
class ApplyActionWorker implements JobWorker<ApplyActionWorker.Variables> {

  private final ActAtSchool actAtSchool;

  ApplyActionWorker(ActAtSchool actAtSchool) {
    this.actAtSchool = actAtSchool;
  }

  record Variables(String barrierId, String submissionId) {}

  @Override
  public String jobType() {
    return ReferralLoop.APPLY_ACTION;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return actAtSchool.apply(barrier, UUID.fromString(in.submissionId()));
  }
}
