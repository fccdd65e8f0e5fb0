package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.choosing.ChooseHelp;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Applies the choice. */
@Component("referrals.applyHelpWorker")
class ApplyHelpWorker implements JobWorker<ApplyHelpWorker.Variables> {

  private final ChooseHelp chooseHelp;

  ApplyHelpWorker(ChooseHelp chooseHelp) {
    this.chooseHelp = chooseHelp;
  }

  record Variables(String barrierId, String submissionId) {}

  @Override
  public String jobType() {
    return ReferralLoop.APPLY_HELP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return chooseHelp.apply(barrier, UUID.fromString(in.submissionId()));
  }
}
