package org.porchlight.tasks.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** Closes a meeting that was skipped. */
@Component
class KeepSkipWorker implements JobWorker<KeepSkipWorker.Variables> {

  private final MeetingSteps steps;

  KeepSkipWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId, String meetingId, String submissionId) {}

  @Override
  public String jobType() {
    return TeamMeeting.KEEP_SKIP;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    steps.keepSkip(in.teamId(), in.meetingId(), in.submissionId());
    return Map.of();
  }
}
