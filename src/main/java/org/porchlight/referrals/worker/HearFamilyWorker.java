package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.asking.HearFamily;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** A yes ends the barrier, anything else the try. */
@Component("referrals.hearFamilyWorker")
class HearFamilyWorker implements JobWorker<HearFamilyWorker.Variables> {

  private final HearFamily hearFamily;

  HearFamilyWorker(HearFamily hearFamily) {
    this.hearFamily = hearFamily;
  }

  record Variables(String barrierId, String questionId, String helped) {}

  @Override
  public String jobType() {
    return ReferralLoop.HEAR_FAMILY;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return hearFamily.hear(barrier, UUID.fromString(in.questionId()), in.helped());
  }
}
