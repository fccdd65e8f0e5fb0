package org.porchlight.cases.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.RepairContact;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Keeps a repaired phone or address. */
@Component
class ApplyContactRepairWorker implements JobWorker<ApplyContactRepairWorker.Variables> {

  private final RepairContact repairContact;

  ApplyContactRepairWorker(RepairContact repairContact) {
    this.repairContact = repairContact;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.APPLY_CONTACT_REPAIR;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    repairContact.apply(CaseId.of(in.caseId()), in.submissionId());
    return Map.of();
  }
}
