package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.choosing.RecordConsent;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Puts the consent before whoever asks for it. */
@Component("referrals.planConsentWorker")
class PlanConsentWorker implements JobWorker<PlanConsentWorker.Variables> {

  private final RecordConsent recordConsent;

  PlanConsentWorker(RecordConsent recordConsent) {
    this.recordConsent = recordConsent;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.PLAN_CONSENT;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return recordConsent.plan(barrier);
  }
}
