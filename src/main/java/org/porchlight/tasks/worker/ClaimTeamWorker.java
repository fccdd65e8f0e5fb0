package org.porchlight.tasks.worker;

import java.util.Map;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.tasks.meeting.MeetingSteps;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** First step: this instance is the team's only one, or ends itself. */
@Component
class ClaimTeamWorker implements JobWorker<ClaimTeamWorker.Variables> {

  private final MeetingSteps steps;

  ClaimTeamWorker(MeetingSteps steps) {
    this.steps = steps;
  }

  record Variables(String teamId, int run) {}

  @Override
  public String jobType() {
    return TeamMeeting.CLAIM_TEAM;
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    boolean current = steps.claim(in.teamId(), in.run(), job.processInstanceKey());
    return Map.of("current", current);
  }
}
