package org.porchlight.cases.worker;

import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.RecordCallBack;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what came of a call that the family asked for. */
@Component
class RecordCallBackWorker implements JobWorker<RecordCallBackWorker.Variables> {

  private final RecordCallBack recordCallBack;

  RecordCallBackWorker(RecordCallBack recordCallBack) {
    this.recordCallBack = recordCallBack;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.RECORD_CALL_BACK;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    recordCallBack.record(CaseId.of(in.caseId()), in.submissionId());
    return Map.of();
  }
}
