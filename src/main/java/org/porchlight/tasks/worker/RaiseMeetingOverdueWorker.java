package org.porchlight.tasks.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** Makes a meeting that nobody held visible. */
@Component
class RaiseMeetingOverdueWorker implements JobWorker<RaiseMeetingOverdueWorker.Variables> {

  private final MeetingSteps steps;

  RaiseMeetingOverdueWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId, String meetingId) {}

  @Override
  public String jobType() {
    return TeamMeeting.RAISE_MEETING_OVERDUE;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    steps.raiseOverdue(in.teamId(), in.meetingId());
    return Map.of();
  }
}
