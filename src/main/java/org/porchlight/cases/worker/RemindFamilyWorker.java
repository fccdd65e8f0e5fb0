package org.porchlight.cases.worker;

import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.InviteFamily;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Reminds the family, or gives up waiting for a text. */
@Component
class RemindFamilyWorker implements JobWorker<RemindFamilyWorker.Variables> {

  private final InviteFamily inviteFamily;

  RemindFamilyWorker(InviteFamily inviteFamily) {
    this.inviteFamily = inviteFamily;
  }

  record Variables(String caseId, UUID questionId) {}

  @Override
  public String jobType() {
    return FamilyCase.REMIND_FAMILY;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return inviteFamily.remind(CaseId.of(in.caseId()), in.questionId(), job.elementInstanceKey());
  }
}
