package org.porchlight.cases.worker;

import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.RecordContact;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what the family said to a person. */
@Component
class RecordFamilyAnswerWorker implements JobWorker<RecordFamilyAnswerWorker.Variables> {

  private final RecordContact recordContact;

  RecordFamilyAnswerWorker(RecordContact recordContact) {
    this.recordContact = recordContact;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.RECORD_FAMILY_ANSWER;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return recordContact.record(CaseId.of(in.caseId()), in.submissionId());
  }
}
