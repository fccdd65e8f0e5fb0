package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.LiveSubjects;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.RootEnded;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.MeetingCycle;
import org.porchlight.tasks.TeamMeetings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one instance of {@code team-meeting} per team that meets by a cycle: starts it when the
 * cycle is first set, tells it of changes, starts it again when it ended unasked.
 */
@Component
@Transactional
class TeamSchedules implements LiveSubjects, TeamMeetings {

  private static final Duration START_WAITS = Duration.ofDays(7);
  private static final Duration CHANGE_WAITS = Duration.ofDays(1);

  private final TeamStore teams;
  private final TeamRecord happened;
  private final ProcessEngine engine;
  private final Clock clock;

  TeamSchedules(TeamStore teams, TeamRecord happened, ProcessEngine engine, Clock clock) {
    this.teams = teams;
    this.happened = happened;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public void setUp(DistrictId district, @Nullable SchoolId school, MeetingCycle cycle) {
    set(district, school, cycle, null);
  }

  void set(
      DistrictId district, @Nullable SchoolId school, MeetingCycle cycle, @Nullable UserId by) {
    Team team = teams.set(district, school, cycle, true, clock.instant());
    note(team, TeamRecord.Kind.CYCLE_SET, by);
    if (team.running()) {
      tell(team);
    } else {
      start(team.id());
    }
  }

  /** The team does not meet by a cycle any more; what was planned is dropped. */
  void end(Team known, UserId by) {
    Team team = teams.set(known.district(), known.school(), known.cycle(), false, clock.instant());
    note(team, TeamRecord.Kind.CYCLE_ENDED, by);
    if (team.running()) {
      tell(team);
    }
  }

  /** This once, the team meets at another time. */
  void move(TeamId id, Instant to, UserId by) {
    Team team = teams.hold(id);
    teams.move(id, to);
    note(team, TeamRecord.Kind.MOVED, by);
    tell(team);
  }

  /** An operator cancelled it, or it stopped in the moment in which it was wanted again. */
  @EventListener
  void on(RootEnded ended) {
    TeamId id = new TeamId(ended.subject());
    if (teams.find(id).filter(team -> team.isRun(ended.run())).isPresent()
        && teams.hold(id).isRun(ended.run())) {
      start(id);
    }
  }

  @Override
  public String processId() {
    return TeamMeeting.PROCESS;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Instant> liveSubjects() {
    return teams.running();
  }

  private void note(Team team, TeamRecord.Kind kind, @Nullable UserId by) {
    happened.add(team.id(), kind + ":" + UUID.randomUUID(), kind, null, by, clock.instant());
  }

  private void start(TeamId id) {
    int run = teams.next(id, clock.instant());
    String key = Team.key(id, run);
    engine.publish(
        new ProcessMessage(
            TeamMeeting.TEAM_SET_UP,
            key,
            "team-meeting:" + key,
            START_WAITS,
            id.value(),
            Map.of("teamId", id.toString(), "run", run, "teamKey", key)));
  }

  private void tell(Team team) {
    engine.publish(
        new ProcessMessage(
            TeamMeeting.MEETING_CHANGED,
            team.key(),
            "team-meeting:" + team.key() + ":" + teams.change(team.id()),
            CHANGE_WAITS,
            team.id().value(),
            Map.of()));
  }
}
