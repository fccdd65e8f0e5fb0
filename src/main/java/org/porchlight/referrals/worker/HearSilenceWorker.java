package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.WithPartner;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** The partner said nothing in time. */
@Component("referrals.hearSilenceWorker")
class HearSilenceWorker implements JobWorker<HearSilenceWorker.Variables> {

  private final WithPartner withPartner;

  HearSilenceWorker(WithPartner withPartner) {
    this.withPartner = withPartner;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.HEAR_SILENCE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return withPartner.silence(barrier, job.elementInstanceKey());
  }
}
