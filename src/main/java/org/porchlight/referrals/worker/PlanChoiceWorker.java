package org.porchlight.referrals.worker;

import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.choosing.ChooseHelp;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Puts the choice before whoever makes it. */
@Component("referrals.planChoiceWorker")
class PlanChoiceWorker implements JobWorker<PlanChoiceWorker.Variables> {

  private final ChooseHelp chooseHelp;

  PlanChoiceWorker(ChooseHelp chooseHelp) {
    this.chooseHelp = chooseHelp;
  }

  record Variables(String barrierId) {}

  @Override
  public String jobType() {
    return ReferralLoop.PLAN_CHOICE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    return chooseHelp.plan(barrier);
  }
}
