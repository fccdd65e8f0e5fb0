package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.WithPartner;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Sends the referral to the partner. */
@Component("referrals.sendReferralWorker")
class SendReferralWorker implements JobWorker<SendReferralWorker.Variables> {

  private final WithPartner withPartner;

  SendReferralWorker(WithPartner withPartner) {
    this.withPartner = withPartner;
  }

  record Variables(String barrierId, String referralId) {}

  @Override
  public String jobType() {
    return ReferralLoop.SEND_REFERRAL;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return withPartner.send(barrier, UUID.fromString(in.referralId()), job.elementInstanceKey());
  }
}
