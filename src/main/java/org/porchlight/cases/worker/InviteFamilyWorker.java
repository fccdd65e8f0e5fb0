package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.InviteFamily;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Asks the family by text. */
@Component
class InviteFamilyWorker implements JobWorker<InviteFamilyWorker.Variables> {

  private final InviteFamily inviteFamily;

  InviteFamilyWorker(InviteFamily inviteFamily) {
    this.inviteFamily = inviteFamily;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.INVITE_FAMILY;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return inviteFamily.invite(CaseId.of(in.caseId()), job.elementInstanceKey());
  }
}
