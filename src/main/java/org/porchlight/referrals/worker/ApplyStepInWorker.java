package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.escalation.StepIn;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Applies what the people above decided. */
@Component("referrals.applyStepInWorker")
class ApplyStepInWorker implements JobWorker<ApplyStepInWorker.Variables> {

  private final StepIn stepIn;

  ApplyStepInWorker(StepIn stepIn) {
    this.stepIn = stepIn;
  }

  /** The form has a name of its own: somebody may send one of the owner's in the same moment. */
  record Variables(String barrierId, String stepInSubmissionId) {}

  @Override
  public String jobType() {
    return ReferralLoop.APPLY_STEP_IN;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return stepIn.apply(barrier, UUID.fromString(in.stepInSubmissionId()));
  }
}
