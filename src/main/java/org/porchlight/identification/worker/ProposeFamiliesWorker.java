package org.porchlight.identification.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.identification.internal.DailyLook;
import org.porchlight.identification.internal.LookSteps;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** Looks for families and proposes them. */
@Component
class ProposeFamiliesWorker implements JobWorker<ProposeFamiliesWorker.Variables> {

  private final LookSteps steps;

  ProposeFamiliesWorker(LookSteps steps) {
    this.steps = steps;
  }

  record Variables(String districtId, Map<String, Object> eligibility) {}

  @Override
  public String jobType() {
    return DailyLook.PROPOSE_FAMILIES;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    steps.propose(DistrictId.of(in.districtId()), in.eligibility());
    return Map.of();
  }
}
