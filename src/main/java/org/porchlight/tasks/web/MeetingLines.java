package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.tasks.internal.QueuedTask;
import org.porchlight.tasks.meeting.Decisions;
import org.porchlight.tasks.meeting.MeetingRoom;
import org.porchlight.tasks.meeting.TeamList;
import org.porchlight.tasks.meeting.TeamMeeting;
import org.springframework.stereotype.Component;

/** What the queue says about meetings: a meeting's task leads to its page. */
@Component
class MeetingLines {

  private final TeamList teams;
  private final MeetingRoom room;
  private final Decisions decisions;
  private final SchoolCalendars calendars;

  MeetingLines(TeamList teams, MeetingRoom room, Decisions decisions, SchoolCalendars calendars) {
    this.teams = teams;
    this.room = room;
    this.decisions = decisions;
    this.calendars = calendars;
  }

  /** Null where the subject is no team. */
  @Nullable String team(UUID subject) {
    return teams.find(subject).map(TeamList.Row::name).orElse(null);
  }

  /** UTC likewise. */
  ZoneId zone(UUID subject) {
    return teams.find(subject).map(row -> calendars.zone(row.district())).orElse(ZoneOffset.UTC);
  }

  /** Where the task is done; empty for any other task. */
  Optional<String> path(QueuedTask task) {
    return task.elementId().equals(TeamMeeting.HOLD_MEETING)
        ? room.ahead(task.subject()).map(meeting -> "redirect:/meetings/" + meeting)
        : Optional.empty();
  }

  /** How many decisions of teams wait for the reader. */
  int decisions() {
    return decisions.mine().size();
  }
}
