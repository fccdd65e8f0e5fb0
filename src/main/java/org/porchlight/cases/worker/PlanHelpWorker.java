package org.porchlight.cases.worker;

import org.porchlight.cases.internal.FamilyCase;
import org.porchlight.cases.internal.Help;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** Sets the date for arranging help. */
@Component
class PlanHelpWorker implements JobWorker<PlanHelpWorker.Variables> {

  private final Help help;

  PlanHelpWorker(Help help) {
    this.help = help;
  }

  record Variables(String caseId) {}

  @Override
  public String jobType() {
    return FamilyCase.PLAN_HELP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return help.plan(CaseId.of(in.caseId()));
  }
}
