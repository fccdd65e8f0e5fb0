package org.porchlight.embedded.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.identification.IdentificationRuns;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.roster.Districts;
import org.porchlight.roster.RosterLoader;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.MeetingCycle;
import org.porchlight.tasks.TeamMeetings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the demo district, once, where there is no district yet: people, attendance, staff,
 * services, proposals and the first open cases.
 */
@Component
@Profile({"embedded", "test"})
class DemoDistrict {

  private static final long SEED = 20_260_821L;
  private static final int OPEN_CASES = 9;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final Districts districts;
  private final RosterLoader roster;
  private final DemoStaff staff;
  private final DemoDirectory directory;
  private final Users users;
  private final Schools schools;
  private final Programs programs;
  private final IdentificationRuns runs;
  private final Proposals proposals;
  private final TeamMeetings meetings;
  private final Clock clock;

  DemoDistrict(
      Districts districts,
      RosterLoader roster,
      DemoStaff staff,
      DemoDirectory directory,
      Users users,
      Schools schools,
      Programs programs,
      IdentificationRuns runs,
      Proposals proposals,
      TeamMeetings meetings,
      Clock clock) {
    this.districts = districts;
    this.roster = roster;
    this.staff = staff;
    this.directory = directory;
    this.users = users;
    this.schools = schools;
    this.programs = programs;
    this.runs = runs;
    this.proposals = proposals;
    this.meetings = meetings;
    this.clock = clock;
  }

  /**
   * True where it made one. All of it or nothing, so that a start that was killed half-way starts
   * over.
   */
  @Transactional
  boolean createWhereEmpty() {
    if (!districts.all().isEmpty()) {
      return false;
    }
    meet(Objects.requireNonNull(create().district()));
    return true;
  }

  /** The district's own team each month, that of Maple Street each week. */
  private void meet(DistrictId district) {
    meetings.setUp(
        district, null, MeetingCycle.monthly(1, DayOfWeek.WEDNESDAY, LocalTime.of(15, 30)));
    Schools.School maple = schools.ofDistrict(district).get(1);
    meetings.setUp(
        district, maple.id(), MeetingCycle.weekly(DayOfWeek.TUESDAY, LocalTime.of(15, 0)));
  }

  /** The defaults, in the languages of the district, and looking by itself each school day. */
  private static ProgramSettings program() {
    ProgramSettings usual = ProgramSettings.defaults();
    return new ProgramSettings(
        usual.version(),
        true,
        usual.targeting(),
        usual.eligibility(),
        usual.weights(),
        40,
        usual.cadence(),
        usual.attempts(),
        usual.contact(),
        usual.ending(),
        List.of("es", "pt-BR", "ar", "ht", "pl"),
        usual.summer());
  }

  /** Returns the coordinator. Only {@link #createWhereEmpty} calls this, and a test. */
  Actor create() {
    DistrictId district = districts.add("Elmbrook Public Schools", ZONE, "CT");
    DemoRoster people = new DemoRoster(SEED, DemoYear.at(LocalDate.now(clock.withZone(ZONE))));
    roster.load(district, Stream.concat(people.records(), people.attendance()));
    UserId coordinator = staff.create(district);
    directory.create(district, coordinator, LocalDate.now(clock.withZone(ZONE)));
    programs.set(district, program());
    runs.run(district, null, null);
    Actor decides = users.find(coordinator).orElseThrow();
    proposals.ranked(decides).stream()
        .limit(OPEN_CASES)
        .map(ProposedFamily::id)
        .forEach(proposal -> proposals.accept(proposal, decides));
    return decides;
  }
}
