package org.porchlight.tasks.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** Tells the district that a team has not met for a month. */
@Component
class ReportNoMeetingWorker implements JobWorker<ReportNoMeetingWorker.Variables> {

  private final MeetingSteps steps;

  ReportNoMeetingWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId) {}

  @Override
  public String jobType() {
    return TeamMeeting.REPORT_NO_MEETING;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    steps.reportNoMeeting(in.teamId());
    return Map.of();
  }
}
