package org.porchlight.visits.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.internal.AskVisitors;
import org.springframework.stereotype.Component;

@Component
class AskVisitorsWorker implements JobWorker<AskVisitorsWorker.Variables> {

  private final AskVisitors useCase;

  AskVisitorsWorker(AskVisitors useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.askVisitors";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    AskVisitors.Asked asked =
        useCase.ask(CaseId.of(job.variables().caseId()), job.elementInstanceKey());
    return Map.of(
        "askId", asked.askId().toString(),
        "visitorsDueAt", Moments.text(asked.dueAt()),
        "visitorGroups", asked.visitorGroups());
  }

  record Variables(String caseId) {}
}
