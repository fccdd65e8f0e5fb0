package org.porchlight.tasks.worker;

import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** Computes when the team meets next. */
@Component
class PlanMeetingWorker implements JobWorker<PlanMeetingWorker.Variables> {

  private final MeetingSteps steps;

  PlanMeetingWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId) {}

  @Override
  public String jobType() {
    return TeamMeeting.PLAN_MEETING;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    return steps.plan(in.teamId());
  }
}
