package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.asking.AskFamily;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** The family goes somewhere itself. */
@Component("referrals.leaveToFamilyWorker")
class LeaveToFamilyWorker implements JobWorker<LeaveToFamilyWorker.Variables> {

  private final AskFamily askFamily;

  LeaveToFamilyWorker(AskFamily askFamily) {
    this.askFamily = askFamily;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.LEAVE_TO_FAMILY;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return askFamily.leaveToFamily(barrier, job.elementInstanceKey());
  }
}
