package org.porchlight.tasks.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.MeetingCycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the signed-in person's scope: a district sees all of its own. */
@Service
@Transactional
public class TeamList {

  private static final int EVENTS = 20;
  private static final int MEETINGS = 10;

  private final TeamStore teams;
  private final MeetingStore meetings;
  private final MeetingTimes times;
  private final TeamSchedules schedules;
  private final TeamRecord happened;
  private final Schools schools;
  private final Districts districts;
  private final Reach reach;

  TeamList(
      TeamStore teams,
      MeetingStore meetings,
      MeetingTimes times,
      TeamSchedules schedules,
      TeamRecord happened,
      Schools schools,
      Districts districts,
      Reach reach) {
    this.teams = teams;
    this.meetings = meetings;
    this.times = times;
    this.schedules = schedules;
    this.happened = happened;
    this.schools = schools;
    this.districts = districts;
    this.reach = reach;
  }

  /**
   * A team, set up or not.
   *
   * @param school null: the district's own
   * @param team null: nobody has said when it meets
   * @param silent it has not met for a month
   */
  public record Row(
      String name,
      DistrictId district,
      @Nullable SchoolId school,
      @Nullable Team team,
      @Nullable Instant lastMet,
      @Nullable Meeting next,
      boolean silent) {}

  /** The district's own team first, then the schools by name. */
  public List<Row> rows() {
    Actor actor = reach.reader();
    DistrictId district = actor.district();
    if (district == null) {
      return List.of();
    }
    Set<String> own = reach.groups();
    List<Row> rows = new ArrayList<>();
    List<@Nullable SchoolId> all = new ArrayList<>();
    all.add(null);
    schools.ofDistrict(district).forEach(school -> all.add(school.id()));
    for (SchoolId school : all) {
      String group = Team.group(district, school).text();
      if (own.contains(group) || own.contains(group.replaceFirst(":team$", ":coordinator"))) {
        rows.add(row(district, school));
      }
    }
    return rows;
  }

  /** Throws {@code AccessDeniedException} where the team is none of the reader's. */
  public Row get(DistrictId district, @Nullable SchoolId school) {
    reach.requireGroup(Team.group(district, school).text());
    return row(district, school);
  }

  /** Throws likewise. */
  public void set(Row row, MeetingCycle cycle) {
    reach.requireGroup(Team.group(row.district(), row.school()).text());
    schedules.set(row.district(), row.school(), cycle, reach.reader().id());
  }

  /** The team does not meet by a cycle any more. Throws likewise. */
  public void end(Team team) {
    reach.require(team);
    schedules.end(team, reach.reader().id());
  }

  /** Newest first. */
  public List<TeamRecord.Entry> events(Team team) {
    return happened.of(team.id(), EVENTS);
  }

  /** That were held, the newest first. */
  public List<Meeting> held(Team team) {
    return meetings.held(team.id(), MEETINGS);
  }

  private Row row(DistrictId district, @Nullable SchoolId school) {
    Optional<Team> team = teams.of(district, school);
    return new Row(
        school == null
            ? districts.find(district).map(Districts.District::name).orElse("")
            : schools.find(school).map(Schools.School::name).orElse(""),
        district,
        school,
        team.orElse(null),
        team.flatMap(each -> meetings.lastHeld(each.id())).orElse(null),
        team.flatMap(each -> meetings.ahead(each.id())).orElse(null),
        team.filter(times::silent).isPresent());
  }

  /** The reader's team of this id, for a line of the queue. */
  public Optional<Row> find(UUID id) {
    return teams.find(new TeamId(id)).map(team -> row(team.district(), team.school()));
  }
}
