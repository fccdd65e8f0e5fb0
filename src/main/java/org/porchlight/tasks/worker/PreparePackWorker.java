package org.porchlight.tasks.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** Puts together what the team should talk about. */
@Component
class PreparePackWorker implements JobWorker<PreparePackWorker.Variables> {

  private final MeetingSteps steps;

  PreparePackWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId, String meetingId) {}

  @Override
  public String jobType() {
    return TeamMeeting.PREPARE_PACK;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    steps.prepare(in.teamId(), in.meetingId());
    return Map.of();
  }
}
