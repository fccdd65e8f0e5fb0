package org.porchlight.identification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.identification.internal.ProposalStore.Open;
import org.porchlight.identification.internal.Ranking.Ranked;
import org.porchlight.identification.internal.RunPlan.Situation;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

class RunPlanTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Ranked ranked =
      new Ranked(RankingTest.family(RankingTest.missed(18, 100, null)), 68, List.of());
  private final FamilyId family = ranked.candidate().family();

  @Test
  void shouldProposeAFamilyThatNobodyKnows() {
    RunPlan plan = RunPlan.of(List.of(ranked), DAY, now(Map.of(), Set.of(), Set.of()));

    assertThat(plan.propose()).containsExactly(ranked);
  }

  @Test
  void shouldLeaveOutFamiliesServedOrOnHold() {
    assertThat(RunPlan.of(List.of(ranked), DAY, now(Map.of(), Set.of(family), Set.of())))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 1, 0, 0, 0));
    assertThat(RunPlan.of(List.of(ranked), DAY, now(Map.of(), Set.of(), Set.of(family))))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 0, 1, 0, 0));
  }

  @Test
  void shouldRefreshTheFiguresOfAnOpenProposal() {
    Open open = new Open(UUID.randomUUID(), DAY.minusDays(7), null);

    RunPlan plan = RunPlan.of(List.of(ranked), DAY, now(Map.of(family, open), Set.of(), Set.of()));

    assertThat(plan)
        .isEqualTo(new RunPlan(List.of(), Map.of(open.id(), ranked), Map.of(), 0, 0, 0, 0));
  }

  @Test
  void shouldWithdrawAProposalThatTheFiguresNoLongerCarry() {
    Open open = new Open(UUID.randomUUID(), DAY, null);

    RunPlan plan = RunPlan.of(List.of(), DAY, now(Map.of(family, open), Set.of(), Set.of()));

    assertThat(plan.lapse()).isEqualTo(Map.of(open.id(), family));
  }

  @Test
  void shouldLeaveANewerProposalAloneWhenLookingBack() {
    Open open = new Open(UUID.randomUUID(), DAY.plusDays(1), null);

    assertThat(RunPlan.of(List.of(ranked), DAY, now(Map.of(family, open), Set.of(), Set.of())))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 0, 0, 0, 0));
  }

  @Test
  void shouldLetARefusalHoldUntilTheNextSchoolYear() {
    SchoolYears years = new SchoolYears(7);

    assertThat(years.nextStart(LocalDate.of(2026, 3, 2))).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(years.nextStart(LocalDate.of(2026, 7, 1))).isEqualTo(LocalDate.of(2027, 7, 1));
  }

  @Test
  void shouldProposeTheGreatestNeedWithinWhatTheWeekCanTakeOn() {
    Ranked second = ranked(missed(12, 100));
    Open open = new Open(UUID.randomUUID(), DAY, null);
    Situation full =
        new Situation(Map.of(FamilyId.random(), open), Set.of(), Set.of(), Set.of(), 4, 3);
    Situation room = new Situation(Map.of(), Set.of(), Set.of(), Set.of(), 4, 3);

    // a proposal that lapses makes room
    assertThat(RunPlan.of(List.of(ranked, second), DAY, full).propose()).containsExactly(ranked);
    RunPlan plan = RunPlan.of(List.of(ranked, second), DAY, room);
    assertThat(plan.propose()).containsExactly(ranked);
    assertThat(plan.waiting()).isEqualTo(1);
    Situation none = new Situation(Map.of(), Set.of(), Set.of(), Set.of(), 4, 9);
    assertThat(RunPlan.of(List.of(ranked), DAY, none).propose()).isEmpty();
  }

  @Test
  void shouldLeaveFamiliesOfASchoolWithOldAttendanceAsTheyAre() {
    SchoolId school = ranked.candidate().worst().school();
    Open open = new Open(UUID.randomUUID(), DAY.minusDays(7), school);
    Situation fresh = new Situation(Map.of(), Set.of(), Set.of(), Set.of(school), 10, 0);
    Situation known =
        new Situation(Map.of(family, open), Set.of(), Set.of(), Set.of(school), 10, 0);

    assertThat(RunPlan.of(List.of(ranked), DAY, fresh))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 0, 0, 0, 1));
    assertThat(RunPlan.of(List.of(ranked), DAY, known))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 0, 0, 0, 1));
    assertThat(RunPlan.of(List.of(), DAY, known).lapse()).isEmpty();
  }

  private static Ranked ranked(Candidate.Absentee absentee) {
    return new Ranked(RankingTest.family(absentee), 60, List.of());
  }

  private static Candidate.Absentee missed(int absences, int days) {
    return RankingTest.missed(absences, days, null);
  }

  private static Situation now(
      Map<FamilyId, Open> open, Set<FamilyId> served, Set<FamilyId> onHold) {
    return new Situation(open, served, onHold, Set.of(), 10, 0);
  }
}
