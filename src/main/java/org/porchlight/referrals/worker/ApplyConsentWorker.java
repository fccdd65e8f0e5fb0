package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.choosing.RecordConsent;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Applies what the family said. */
@Component("referrals.applyConsentWorker")
class ApplyConsentWorker implements JobWorker<ApplyConsentWorker.Variables> {

  private final RecordConsent recordConsent;

  ApplyConsentWorker(RecordConsent recordConsent) {
    this.recordConsent = recordConsent;
  }

  record Variables(String barrierId, String submissionId) {}

  @Override
  public String jobType() {
    return ReferralLoop.APPLY_CONSENT;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return recordConsent.apply(barrier, UUID.fromString(in.submissionId()));
  }
}
