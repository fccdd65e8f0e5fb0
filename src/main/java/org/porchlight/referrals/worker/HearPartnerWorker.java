package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.WithPartner;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Hears the next thing that the partner said. */
@Component("referrals.hearPartnerWorker")
class HearPartnerWorker implements JobWorker<HearPartnerWorker.Variables> {

  private final WithPartner withPartner;

  HearPartnerWorker(WithPartner withPartner) {
    this.withPartner = withPartner;
  }

  record Variables(String barrierId, String referralId, int newsNumber, String partnerAnswer) {}

  @Override
  public String jobType() {
    return ReferralLoop.HEAR_PARTNER;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return withPartner.hear(
        barrier, UUID.fromString(in.referralId()), in.newsNumber(), in.partnerAnswer());
  }
}
