package org.porchlight.identification.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.identification.internal.DailyLook;
import org.porchlight.identification.internal.LookSteps;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** First step: this instance is the district's only one, or ends itself. */
@Component
class ClaimScheduleWorker implements JobWorker<ClaimScheduleWorker.Variables> {

  private final LookSteps steps;

  ClaimScheduleWorker(LookSteps steps) {
    this.steps = steps;
  }

  record Variables(String districtId, int run) {}

  @Override
  public String jobType() {
    return DailyLook.CLAIM_SCHEDULE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    boolean current =
        steps.claim(DistrictId.of(in.districtId()), in.run(), job.processInstanceKey());
    return Map.of("current", current);
  }
}
