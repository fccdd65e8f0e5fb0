package org.porchlight.cases.worker;

import java.util.UUID;
import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.Help;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Takes what was arranged, and whether calls are welcome. */
@Component
class ApplyHelpWorker implements JobWorker<ApplyHelpWorker.Variables> {

  private final Help help;

  ApplyHelpWorker(Help help) {
    this.help = help;
  }

  record Variables(String caseId, UUID submissionId) {}

  @Override
  public String jobType() {
    return FamilyCase.APPLY_HELP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return help.apply(CaseId.of(in.caseId()), in.submissionId());
  }
}
