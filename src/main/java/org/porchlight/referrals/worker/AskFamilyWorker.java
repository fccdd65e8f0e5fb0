package org.porchlight.referrals.worker;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.referrals.asking.AskFamily;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Asks the family whether it helped. */
@Component("referrals.askFamilyWorker")
class AskFamilyWorker implements JobWorker<AskFamilyWorker.Variables> {

  private final AskFamily askFamily;

  AskFamilyWorker(AskFamily askFamily) {
    this.askFamily = askFamily;
  }

  /**
   * @param silentQuestionId of the question that the family let pass; null where it is asked anew
   */
  record Variables(String barrierId, @Nullable String silentQuestionId) {}

  @Override
  public String jobType() {
    return ReferralLoop.ASK_FAMILY;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID barrier = UUID.fromString(in.barrierId());
    String silent = in.silentQuestionId();
    return askFamily.ask(
        barrier, silent == null ? null : UUID.fromString(silent), job.elementInstanceKey());
  }
}
