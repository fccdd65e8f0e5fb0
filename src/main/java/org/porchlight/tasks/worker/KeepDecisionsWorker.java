package org.porchlight.tasks.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** Closes a meeting that was held. */
@Component
class KeepDecisionsWorker implements JobWorker<KeepDecisionsWorker.Variables> {

  private final MeetingSteps steps;

  KeepDecisionsWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId, String meetingId, String submissionId) {}

  @Override
  public String jobType() {
    return TeamMeeting.KEEP_DECISIONS;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    steps.keepDecisions(in.teamId(), in.meetingId(), in.submissionId());
    return Map.of();
  }
}
