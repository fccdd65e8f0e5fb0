package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.Cases;
import org.porchlight.cases.HeardBarriers;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a log says makes school hard, as it was written and as it was amended. */
@PorchlightTest
class BarriersOfLogsTest {

  @Autowired VisitLogMade made;
  @Autowired Submissions submissions;
  @Autowired ApplyVisitLog applyLog;
  @Autowired AmendLog amendLog;
  @Autowired Barriers barriers;
  @Autowired Cases cases;
  @Autowired HeardBarriers heard;

  private VisitLogMade.Made visit;
  private CaseId id;

  @BeforeEach
  void makeAVisit() {
    visit = made.visit();
    id = visit.opened().caseId();
  }

  @Test
  void shouldTellEachThingOnceHoweverOftenTheStepIsRepeated() {
    // given
    UUID log =
        written(
            Map.of(
                "barriers", List.of("B_FOOD", "X_OTHER", "X_DECLINED_TO_SAY"),
                "otherBarrier", "A worry told in confidence",
                "helpGiven", List.of("COAT")));

    // when
    applyLog.apply(visit.visit(), log);
    applyLog.apply(visit.visit(), log);

    // then
    assertThat(barriers.open(id))
        .extracting(Barrier::code)
        .containsExactlyInAnyOrder(BarrierCode.B_FOOD, BarrierCode.X_OTHER);
    assertThat(barriers.history(only(BarrierCode.X_OTHER).id()))
        .singleElement()
        .satisfies(told -> assertThat(told.words()).isEqualTo("A worry told in confidence"));
    assertThat(only(BarrierCode.B_CLOTHING_LAUNDRY).end()).isEqualTo(End.HELPED_AT_ONCE);
    assertThat(heard.told(only(BarrierCode.B_FOOD).id())).hasSize(1);
  }

  @Test
  void shouldFollowAnAmendedLog() {
    // given
    UUID log = written(Map.of("barriers", List.of("B_FOOD", "B_TRANSPORT", "N_BULLYING")));
    applyLog.apply(visit.visit(), log);
    UUID rides = only(BarrierCode.B_TRANSPORT).id();
    barriers.own(
        rides,
        cases.get(id).team(),
        only(BarrierCode.B_TRANSPORT).due(),
        1,
        "LATE",
        only(BarrierCode.B_TRANSPORT).toldAt());

    // when
    amend(log, 1, Map.of("barriers", List.of("N_BULLYING", "B_HOMELESS")));

    // then
    assertThat(barriers.open(id))
        .extracting(Barrier::code)
        .containsExactlyInAnyOrder(
            BarrierCode.B_TRANSPORT, BarrierCode.N_BULLYING, BarrierCode.B_HOMELESS);
    assertThat(only(BarrierCode.B_FOOD).end()).isEqualTo(End.TOLD_BY_MISTAKE);
    assertThat(barriers.history(rides).getLast().what()).isEqualTo(What.TAKEN_BACK);
    assertThat(barriers.history(only(BarrierCode.N_BULLYING).id())).hasSize(1);

    // and what is put back is there again
    amend(log, 2, Map.of("barriers", List.of("N_BULLYING", "B_HOMELESS", "B_FOOD")));
    assertThat(barriers.open(id)).extracting(Barrier::code).contains(BarrierCode.B_FOOD);

    // and what an amendment brought, another takes away
    amend(log, 3, Map.of("barriers", List.of("N_BULLYING", "B_FOOD")));
    assertThat(only(BarrierCode.B_HOMELESS).end()).isEqualTo(End.TOLD_BY_MISTAKE);
  }

  private UUID written(Map<String, Object> more) {
    long task = made.logTask(visit, VisitForm.FIRST);
    return submissions.submit(task, visit.visitor().id(), log(more)).id();
  }

  private void amend(UUID log, int version, Map<String, Object> more) {
    assertThat(
            amendLog.amend(visit.opened().family(), log, version, log(more), visit.coordinator()))
        .isTrue();
  }

  private static Map<String, Object> log(Map<String, Object> more) {
    Map<String, Object> log = new HashMap<>(more);
    log.put("outcome", "COMPLETED");
    log.put("asPlanned", true);
    log.put("moreBarriers", true);
    if (more.get("barriers") instanceof List<?> codes && codes.contains("B_HOMELESS")) {
      log.put("barriers", codes.stream().filter(code -> !code.equals("B_HOMELESS")).toList());
      log.put("barriersHome", List.of("B_HOMELESS"));
    }
    return log;
  }

  private Barrier only(BarrierCode code) {
    return barriers.of(id).stream().filter(one -> one.code() == code).findFirst().orElseThrow();
  }
}
