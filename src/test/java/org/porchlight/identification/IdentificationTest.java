package org.porchlight.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.Cases;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PorchlightTest
class IdentificationTest {

  @Autowired IdentificationRuns runs;
  @Autowired Proposals proposals;
  @Autowired Cases cases;
  @Autowired Town town;
  @Autowired TestPeople people;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private DistrictId district;
  private FamilyId severe;
  private FamilyId siblings;
  private Actor coordinator;

  @BeforeEach
  void makeTown() {
    district = town.district();
    severe = town.family(district, "severe", "elm", "es", 12);
    siblings = town.family(district, "siblings", "elm", "en", 5, 4);
    town.family(district, "fine", "elm", "en", 1);
    coordinator = people.atSchool(district, town.school(district, "elm"), Role.COORDINATOR);
  }

  @Test
  void shouldProposeFamiliesOfChronicallyAbsentStudentsRankedWithReasons() {
    RunReport report = runs.run(district, null, coordinator.id());

    assertThat(report.chronicStudents()).isEqualTo(3);
    assertThat(report.proposed()).isEqualTo(2);
    assertThat(proposals.ranked(coordinator))
        .extracting(ProposedFamily::family)
        .containsExactly(severe, siblings);
    assertThat(proposals.ranked(coordinator).getFirst().reasons())
        .contains(new ProposedFamily.Reason("SEVERE", 100, java.util.List.of(12, 40, 30)));
    assertThat(proposals.ranked(coordinator).getLast().reasons())
        .extracting(ProposedFamily.Reason::code)
        .containsExactly("MODERATE", "MISSED_SHARE", "SIBLINGS");
  }

  @Test
  void shouldProposeNobodyTwice() {
    runs.run(district, null, null);

    RunReport again = runs.run(district, null, null);

    assertThat(again.proposed()).isZero();
    assertThat(again.refreshed()).isEqualTo(2);
    assertThat(proposals.ranked(coordinator)).hasSize(2);
  }

  @Test
  void shouldOpenTheCaseOfAnAcceptedFamilyOnce() {
    runs.run(district, null, null);
    UUID proposal = proposalOf(severe);

    proposals.accept(proposal, coordinator);

    assertThat(cases.openCaseOf(severe)).isPresent();
    assertThatThrownBy(() -> proposals.accept(proposal, coordinator))
        .isInstanceOfSatisfying(
            DecisionRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(DecisionRefused.Code.ALREADY_DECIDED));
    assertThat(runs.run(district, null, null).served()).isEqualTo(1);
    assertThat(decisions(severe)).isEqualTo(1);
  }

  @Test
  void shouldRememberARefusalAndAPostponement() {
    runs.run(district, null, null);
    proposals.refuse(proposalOf(severe), coordinator, RefusalReason.MEDICAL, null);
    proposals.postpone(proposalOf(siblings), coordinator, today().plusDays(10));

    RunReport again = runs.run(district, null, null);

    assertThat(again.onHold()).isEqualTo(2);
    assertThat(proposals.ranked(coordinator)).isEmpty();
  }

  @Test
  void shouldProposeAgainOnceAPostponementIsOver() {
    runs.run(district, null, null);
    proposals.postpone(proposalOf(severe), coordinator, today().plusDays(10));
    jdbc.sql("update identification.proposal set holds_until = ? where family = ?")
        .params(today(), severe.value())
        .update();

    assertThat(runs.run(district, null, null).proposed()).isEqualTo(1);
  }

  @Test
  void shouldOpenACaseByNominationWithoutASecondApproval() {
    FamilyId fine = town.family(district, "quiet", "elm", "en", 0);

    proposals.nominate(fine, coordinator, NominationReason.TEACHER_WORRY, null);

    assertThat(cases.openCaseOf(fine)).isPresent();
    assertThatThrownBy(
            () -> proposals.nominate(fine, coordinator, NominationReason.TEACHER_WORRY, null))
        .isInstanceOf(DecisionRefused.class);
  }

  @Test
  void shouldTakeOverTheOpenProposalOfANominatedFamily() {
    runs.run(district, null, null);
    UUID proposal = proposalOf(severe);

    assertThat(proposals.nominate(severe, coordinator, NominationReason.OTHER, "asked at the door"))
        .isEqualTo(proposal);
    assertThat(proposals.ranked(coordinator))
        .extracting(ProposedFamily::family)
        .containsExactly(siblings);
  }

  @Test
  void shouldShowAndDecideOnlyFamiliesOfOnesOwnSchools() {
    runs.run(district, null, null);
    Actor elsewhere = people.atSchool(district, town.school(district, "oak"), Role.COORDINATOR);
    Actor otherDistrict = people.districtWide(town.district(), Role.COORDINATOR);

    assertThat(proposals.ranked(elsewhere)).isEmpty();
    assertThat(proposals.ranked(otherDistrict)).isEmpty();
    assertThatThrownBy(() -> proposals.accept(proposalOf(severe), elsewhere))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> proposals.accept(proposalOf(severe), otherDistrict))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(cases.openCaseOf(severe)).isEmpty();
  }

  @Test
  void shouldLetNobodyWithAnEnforcingDutyOpenACase() {
    runs.run(district, null, null);
    for (Duty duty : Duty.values()) {
      Actor enforcing = withDuty(duty);
      assertThatThrownBy(() -> proposals.accept(proposalOf(severe), enforcing))
          .isInstanceOfSatisfying(
              DecisionRefused.class,
              refused -> assertThat(refused.code()).isEqualTo(DecisionRefused.Code.DUTY));
      assertThatThrownBy(
              () -> proposals.nominate(severe, enforcing, NominationReason.DISENGAGED, null))
          .isInstanceOf(DecisionRefused.class);
    }
    assertThat(cases.openCaseOf(severe)).isEmpty();
  }

  @Test
  void shouldRefuseARunThatCannotBe() {
    DistrictId empty = town.district();

    assertThatThrownBy(() -> runs.run(empty, null, null)).isInstanceOf(DecisionRefused.class);
    assertThatThrownBy(() -> runs.run(district, today().plusDays(2), null))
        .isInstanceOf(DecisionRefused.class);
  }

  private UUID proposalOf(FamilyId family) {
    return jdbc.sql(
            "select id from identification.proposal where family = ? order by created_at desc limit 1")
        .param(family.value())
        .query(UUID.class)
        .single();
  }

  private int decisions(FamilyId family) {
    return jdbc.sql("select count(*) from identification.decision where family = ?")
        .param(family.value())
        .query(Integer.class)
        .single();
  }

  private Actor withDuty(Duty duty) {
    return users
        .find(
            users.add(
                new NewUser(
                    "user-" + UUID.randomUUID(),
                    TestPeople.PASSWORD,
                    "Alex Example",
                    district,
                    true,
                    Set.of(),
                    Set.of(Role.COORDINATOR),
                    Set.of(duty))))
        .orElseThrow();
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneId.of("America/New_York")).toLocalDate();
  }
}
