package org.porchlight.tasks.meeting;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.tasks.meeting.Told.Fact;
import org.springframework.stereotype.Component;

/** For the district's team: the others that have not met for a month. */
@Component
class SilentTeams implements PackSource {

  private final TeamStore teams;
  private final MeetingStore meetings;
  private final MeetingTimes times;

  SilentTeams(TeamStore teams, MeetingStore meetings, MeetingTimes times) {
    this.meetings = meetings;
    this.teams = teams;
    this.times = times;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.SILENT_TEAM;
  }

  @Override
  public List<UUID> subjects(Team team) {
    if (team.school() != null) {
      return List.of();
    }
    return teams.ofDistrict(team.district()).stream()
        .filter(each -> each.school() != null && times.silent(each))
        .map(each -> each.id().value())
        .toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    return teams.find(new TeamId(subject)).map(team -> told(team, zone));
  }

  private Told told(Team team, ZoneId zone) {
    Fact met =
        meetings
            .lastHeld(team.id())
            .map(at -> Fact.of("team.met", Days.day(at, zone)))
            .orElseGet(() -> Fact.of("team.neverMet", Days.day(team.setUpAt(), zone)));
    return new Told(null, null, team.school(), !times.silent(team), List.of(met));
  }
}
