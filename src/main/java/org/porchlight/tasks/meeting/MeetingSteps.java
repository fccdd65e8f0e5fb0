package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.ProcessRoots;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the process {@code team-meeting}. Each may run twice. */
@Service
@Transactional
public class MeetingSteps {

  private final TeamStore teams;
  private final MeetingStore meetings;
  private final MeetingTimes times;
  private final Pack pack;
  private final TeamRecord happened;
  private final ProcessRoots roots;
  private final Submissions submissions;
  private final Clock clock;

  MeetingSteps(
      TeamStore teams,
      MeetingStore meetings,
      MeetingTimes times,
      Pack pack,
      TeamRecord happened,
      ProcessRoots roots,
      Submissions submissions,
      Clock clock) {
    this.teams = teams;
    this.meetings = meetings;
    this.times = times;
    this.pack = pack;
    this.happened = happened;
    this.roots = roots;
    this.submissions = submissions;
    this.clock = clock;
  }

  /** Whether this instance is the team's one. */
  public boolean claim(String team, int run, long rootInstanceKey) {
    TeamId id = TeamId.of(team);
    return teams.find(id).filter(known -> known.isRun(run)).isPresent()
        && roots.claim(id.value(), run, rootInstanceKey);
  }

  /** What {@link #plan} answers the engine: instants with offset. */
  public record Plan(
      boolean meets,
      String meetingId,
      String packAt,
      String meetingDueAt,
      String districtSeesAt,
      List<String> teamGroups) {}

  /**
   * When the team meets next; {@code meets} false: not by a cycle any more, and then its schedule
   * has stopped. A meeting that has not been held yet keeps its id.
   */
  public Plan plan(String teamId) {
    Team team = teams.hold(TeamId.of(teamId));
    if (!team.meets()) {
      meetings.ahead(team.id()).ifPresent(meeting -> meetings.drop(meeting.id()));
      teams.stopped(team.id());
      return new Plan(false, "", "", "", "", List.of());
    }
    Instant at = times.next(team);
    UUID meeting =
        meetings
            .ahead(team.id())
            .map(
                known -> {
                  meetings.replan(known.id(), at);
                  return known.id();
                })
            .orElseGet(() -> meetings.plan(team.id(), at));
    return new Plan(
        true,
        meeting.toString(),
        times.text(team, times.pack(team, at)),
        times.text(team, times.due(team, at)),
        times.text(team, times.monthWithout(team)),
        team.groups());
  }

  /** Keeps the ids of what the team should talk about. */
  public void prepare(String teamId, String meetingId) {
    Team team = teams.hold(TeamId.of(teamId));
    UUID id = UUID.fromString(meetingId);
    if (meetings.find(id).filter(Meeting::ahead).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    pack.prepare(team, id);
    meetings.prepared(id, now);
    happened.add(team.id(), "prepared:" + id, TeamRecord.Kind.PREPARED, id, null, now);
  }

  /** Nobody held it on its day. */
  public void raiseOverdue(String teamId, String meetingId) {
    UUID id = UUID.fromString(meetingId);
    meetings
        .find(id)
        .filter(Meeting::ahead)
        .ifPresent(
            meeting ->
                happened.add(
                    TeamId.of(teamId),
                    "overdue:" + id + ":" + meeting.plannedFor(),
                    TeamRecord.Kind.OVERDUE,
                    id,
                    null,
                    clock.instant()));
  }

  /** Once for each time that a team stops meeting; one that has met meanwhile is left alone. */
  public void reportNoMeeting(String teamId) {
    Team team = teams.hold(TeamId.of(teamId));
    Instant due = times.monthWithout(team);
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      happened.add(team.id(), "month:" + due, TeamRecord.Kind.MONTH_WITHOUT, null, null, now);
    }
  }

  /** The meeting was held; what came to the pack since then stays with it. */
  public void keepDecisions(String teamId, String meetingId, String submissionId) {
    end(teamId, meetingId, submissionId, Meeting.State.HELD, TeamRecord.Kind.HELD);
  }

  public void keepSkip(String teamId, String meetingId, String submissionId) {
    end(teamId, meetingId, submissionId, Meeting.State.SKIPPED, TeamRecord.Kind.SKIPPED);
  }

  private void end(
      String teamId,
      String meetingId,
      String submissionId,
      Meeting.State how,
      TeamRecord.Kind kind) {
    Team team = teams.hold(TeamId.of(teamId));
    UUID id = UUID.fromString(meetingId);
    if (meetings.find(id).filter(Meeting::ahead).isEmpty()) {
      return;
    }
    Submission said = submissions.get(UUID.fromString(submissionId));
    Map<String, Object> data = said.data();
    meetings.end(
        id, how, said.by(), said.at(), HoldMeetingForm.reason(data), HoldMeetingForm.words(data));
    teams.move(team.id(), null);
    happened.add(team.id(), kind + ":" + id, kind, id, said.by(), said.at());
  }
}
