package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.asking.HearFamily;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Applies what the family said on the phone. */
@Component("referrals.applyCallWorker")
class ApplyCallWorker implements JobWorker<ApplyCallWorker.Variables> {

  private final HearFamily hearFamily;

  ApplyCallWorker(HearFamily hearFamily) {
    this.hearFamily = hearFamily;
  }

  record Variables(String barrierId, String questionId, String submissionId) {}

  @Override
  public String jobType() {
    return ReferralLoop.APPLY_CALL;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return hearFamily.applyCall(
        barrier, UUID.fromString(in.questionId()), UUID.fromString(in.submissionId()));
  }
}
