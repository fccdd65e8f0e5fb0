package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.WithPartner;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** The consent was withdrawn. */
@Component("referrals.stopSharingWorker")
class StopSharingWorker implements JobWorker<StopSharingWorker.Variables> {

  private final WithPartner withPartner;

  StopSharingWorker(WithPartner withPartner) {
    this.withPartner = withPartner;
  }

  record Variables(String barrierId, String referralId) {}

  @Override
  public String jobType() {
    return ReferralLoop.STOP_SHARING;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return withPartner.stopSharing(barrier, UUID.fromString(in.referralId()));
  }
}
