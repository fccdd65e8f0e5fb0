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
import org.porchlight.shared.FamilyId;

class RunPlanTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Ranked ranked =
      new Ranked(RankingTest.family(RankingTest.missed(18, 100, null)), 68, List.of());
  private final FamilyId family = ranked.candidate().family();

  @Test
  void shouldProposeAFamilyThatNobodyKnows() {
    RunPlan plan = RunPlan.of(List.of(ranked), DAY, Map.of(), Set.of(), Set.of());

    assertThat(plan.propose()).containsExactly(ranked);
  }

  @Test
  void shouldLeaveOutFamiliesServedOrOnHold() {
    assertThat(RunPlan.of(List.of(ranked), DAY, Map.of(), Set.of(family), Set.of()))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 1, 0));
    assertThat(RunPlan.of(List.of(ranked), DAY, Map.of(), Set.of(), Set.of(family)))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 0, 1));
  }

  @Test
  void shouldRefreshTheFiguresOfAnOpenProposal() {
    Open open = new Open(UUID.randomUUID(), DAY.minusDays(7));

    RunPlan plan = RunPlan.of(List.of(ranked), DAY, Map.of(family, open), Set.of(), Set.of());

    assertThat(plan).isEqualTo(new RunPlan(List.of(), Map.of(open.id(), ranked), Map.of(), 0, 0));
  }

  @Test
  void shouldWithdrawAProposalThatTheFiguresNoLongerCarry() {
    Open open = new Open(UUID.randomUUID(), DAY);

    RunPlan plan = RunPlan.of(List.of(), DAY, Map.of(family, open), Set.of(), Set.of());

    assertThat(plan.lapse()).isEqualTo(Map.of(open.id(), family));
  }

  @Test
  void shouldLeaveANewerProposalAloneWhenLookingBack() {
    Open open = new Open(UUID.randomUUID(), DAY.plusDays(1));

    assertThat(RunPlan.of(List.of(ranked), DAY, Map.of(family, open), Set.of(), Set.of()))
        .isEqualTo(new RunPlan(List.of(), Map.of(), Map.of(), 0, 0));
  }

  @Test
  void shouldLetARefusalHoldUntilTheNextSchoolYear() {
    SchoolYears years = new SchoolYears(7);

    assertThat(years.nextStart(LocalDate.of(2026, 3, 2))).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(years.nextStart(LocalDate.of(2026, 7, 1))).isEqualTo(LocalDate.of(2027, 7, 1));
  }
}
