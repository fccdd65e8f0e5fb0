package org.porchlight.identification.worker;

import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.identification.internal.DailyLook;
import org.porchlight.identification.internal.LookSteps;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** Computes when the program looks next. */
@Component
class PlanLookWorker implements JobWorker<PlanLookWorker.Variables> {

  private final LookSteps steps;

  PlanLookWorker(LookSteps steps) {
    this.steps = steps;
  }

  record Variables(String districtId) {}

  @Override
  public String jobType() {
    return DailyLook.PLAN_LOOK;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return steps.plan(DistrictId.of(in.districtId()));
  }
}
