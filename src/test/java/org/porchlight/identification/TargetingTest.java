package org.porchlight.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.identification.ProgramSettings.Approach;
import org.porchlight.identification.ProgramSettings.Eligibility;
import org.porchlight.identification.ProgramSettings.Group;
import org.porchlight.identification.ProgramSettings.Summer;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.identification.internal.TestSettings;
import org.porchlight.roster.StudentProfiles.Need;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whom a program looks at, by its settings, and who reads why. */
@PorchlightTest
class TargetingTest {

  @Autowired IdentificationRuns runs;
  @Autowired Proposals proposals;
  @Autowired Programs programs;
  @Autowired Town town;
  @Autowired TestPeople people;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private DistrictId district;
  private FamilyId severe;
  private FamilyId other;
  private Actor coordinator;

  @BeforeEach
  void makeTown() {
    district = town.district();
    severe = town.family(district, "severe", "elm", "es", 12);
    other = town.family(district, "other", "oak", "pt-BR", 5);
    town.family(district, "risk", "elm", "en", 3);
    coordinator = people.districtWide(district, Role.COORDINATOR);
  }

  @Test
  void shouldLookAtTheChosenSchoolsOnly() {
    programs.set(
        district,
        TestSettings.targeting(
            Approach.SCHOOLS, Set.of(town.school(district, "oak").value()), new Group(null, null)));

    assertThat(found()).containsExactly(other);
  }

  @Test
  void shouldLookAtAGroupByHomeLanguageOrProgram() {
    programs.set(district, TestSettings.targeting(Approach.GROUP, Set.of(), new Group("pt", null)));
    assertThat(found()).containsExactly(other);

    town.need(district, "severe", Need.ENGLISH_LEARNER);
    programs.set(
        district,
        TestSettings.targeting(Approach.GROUP, Set.of(), new Group(null, "ENGLISH_LEARNER")).as(1));
    assertThat(found()).containsExactly(severe);
  }

  @Test
  void shouldOfferVisitsFromThePercentThatIsSet() {
    programs.set(district, TestSettings.with(new Eligibility(5, 7, 20, 10)));
    assertThat(found()).hasSize(3);

    programs.set(district, TestSettings.with(new Eligibility(5, 25, 30, 10)).as(1));
    assertThat(found()).containsExactly(severe);
  }

  @Test
  void shouldProposeNoMoreThanTheWeekCanTakeOn() {
    programs.set(district, TestSettings.with(1));

    RunReport report = runs.run(district, null, null);

    assertThat(report.proposed()).isEqualTo(1);
    assertThat(report.waiting()).isEqualTo(1);
    assertThat(runs.latest(district)).contains(report);
    assertThat(found()).containsExactly(severe);
    proposals.refuse(
        proposals.ranked(coordinator).getFirst().id(), coordinator, RefusalReason.MEDICAL, null);
    assertThat(found()).containsExactly(other);
  }

  @Test
  void shouldTellConfidentialNeedsToFew() {
    town.need(district, "severe", Need.HOMELESS);
    runs.run(district, null, null);
    Actor atSchool =
        people.atSchool(district, town.school(district, "elm"), Role.COORDINATOR, Role.TEAM);

    ProposedFamily known = proposals.ranked(coordinator).getFirst();
    ProposedFamily veiled = proposals.ranked(atSchool).getFirst();

    assertThat(known.reasons()).contains(new Reason("HOMELESS", 10, List.of(1)));
    assertThat(veiled.reasons())
        .contains(new Reason("NEEDS", 0, List.of()))
        .extracting(Reason::code)
        .doesNotContain("HOMELESS");
    assertThat(veiled.score()).isEqualTo(known.score() - 10);
  }

  @Test
  void shouldSayWhichSchoolsHaveOldAttendance() {
    assertThat(runs.stale(district))
        .extracting(IdentificationRuns.StaleSchool::name)
        .containsExactlyInAnyOrder("elm school", "oak school");

    town.present(district, "severe", "elm", today());

    assertThat(runs.stale(district))
        .extracting(IdentificationRuns.StaleSchool::name)
        .containsExactly("oak school");
  }

  @Test
  void shouldGoByLastYearsRatesAndNextYearsSchoolInSummer() {
    town.moves(district, "severe", "oak", today().plusDays(40), "5");
    FamilyId entrant = town.entrant(district, "entrant", "oak", today().plusDays(40));
    town.entrant(district, "untroubled", "oak", today().plusDays(40));
    town.need(district, "entrant", Need.FOSTER);
    programs.set(district, TestSettings.with(summer()));

    RunReport report = runs.run(district, null, null);

    assertThat(report.summer()).isTrue();
    assertThat(runs.stale(district)).isEmpty();
    Actor receiving = people.atSchool(district, town.school(district, "oak"), Role.COORDINATOR);
    List<ProposedFamily> proposed = proposals.ranked(receiving);
    assertThat(proposed).extracting(ProposedFamily::family).containsExactly(severe, other, entrant);
    assertThat(proposed.getFirst().school()).isEqualTo(town.school(district, "oak"));
    assertThat(proposals.ranked(coordinator).getLast().reasons())
        .extracting(Reason::code)
        .containsExactly("NO_HISTORY", "TRANSITION_GRADE", "FOSTER");
  }

  @Test
  void shouldSayOnThePageWhatIsPausedAndWhatWaits() {
    programs.set(district, TestSettings.with(1));
    town.need(district, "severe", Need.HOMELESS);
    runs.run(district, null, null);
    Actor atSchool = people.atSchool(district, town.school(district, "elm"), Role.COORDINATOR);
    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(atSchool.username(), TestPeople.PASSWORD);
      surfer.open("/identification");
      assertThat(surfer.page().content())
          .contains("elm school: newest attendance of")
          .contains("The week is full: 1 more families wait for a place.")
          .contains("Further needs that the district knows")
          .doesNotContain("without a home of their own");
      surfer.look("identification-paused");
    }
  }

  private List<FamilyId> found() {
    runs.run(district, null, null);
    return proposals.ranked(coordinator).stream().map(ProposedFamily::family).toList();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneId.of("America/New_York")).toLocalDate();
  }

  private static Summer summer() {
    return new Summer(
        true,
        MonthDay.of(1, 1),
        MonthDay.of(12, 31),
        Set.of(DayOfWeek.MONDAY),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0));
  }
}
