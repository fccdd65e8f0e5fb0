package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every way in which {@code follow-up-call} goes, in families that would rather be called than
 * visited; the cases walk side by side up to the call.
 */
@PorchlightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpCallTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired CaseHistory history;
  @Autowired Barriers barriers;
  @Autowired Cases cases;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final List<Opened> all = new ArrayList<>();
  private Opened reached;
  private Opened declined;
  private Opened notReached;
  private Opened forgotten;
  private List<String> ownersAtFirst;

  @BeforeAll
  void walkUpToTheCall() {
    reached = open();
    declined = open();
    notReached = open();
    forgotten = open();
    CaseWalk.sideBySide(
        all.stream().map(about -> (Runnable) () -> wantCalls(about)).toArray(Runnable[]::new));
    time.advanceTo(walk.dueAt(notReached, "event_FollowUpDayReached").plusSeconds(60));
    walk.awaitTask(forgotten.id(), "userTask_FollowUpCall");
    ownersAtFirst = groups();
  }

  @AfterAll
  void leave() {
    all.forEach(walk::leave);
  }

  @Test
  void shouldPlanTheNextCallOnceReached() {
    walk.call(
        reached,
        Map.of(
            "outcome", "REACHED",
            "barriers", List.of("B_DEVICE_INTERNET", "X_OTHER", "X_DECLINED_TO_SAY"),
            "otherBarrier", "The new baby"));
    walk.awaitPlace(reached.id(), "event_NextContactDayReached");
    assertThat(barriers.open(reached.id()))
        .extracting(Barrier::code)
        .containsExactlyInAnyOrder(BarrierCode.B_DEVICE_INTERNET, BarrierCode.X_OTHER);
    assertThat(
            barriers.open(reached.id()).stream()
                .flatMap(one -> barriers.history(one.id()).stream())
                .map(Barriers.History::words))
        .contains("The new baby");
    assertThat(history.timeline(reached.id()).toString()).doesNotContain("The new baby");
  }

  @Test
  void shouldEndWhenTheFamilyWantsNoMoreCalls() {
    walk.call(declined, Map.of("outcome", "NO"));
    walk.awaitState(declined.id(), State.CLOSED);
    assertThat(history.outcome(declined.id())).contains(Outcome.DECLINED);
  }

  @Test
  void shouldTryAtAnotherDayAndHourThenLetTheTeamDecide() {
    var first = time.now().atZone(ZONE);
    walk.call(notReached, Map.of("outcome", "NOT_REACHED"));
    var second = walk.dueAt(notReached, "event_FollowUpDayReached").atZone(ZONE);
    assertThat(second.toLocalDate()).isAfter(first.toLocalDate());
    assertThat(second.toLocalTime()).isEqualTo(LocalTime.of(16, 0));
    time.advanceTo(second.toInstant().plusSeconds(1));
    walk.call(notReached, Map.of("outcome", "NOT_REACHED"));
    var third = walk.dueAt(notReached, "event_FollowUpDayReached").atZone(ZONE);
    assertThat(third.toLocalTime()).isEqualTo(LocalTime.of(9, 0));
    time.advanceTo(third.toInstant().plusSeconds(1));

    walk.call(notReached, Map.of("outcome", "NOT_REACHED"));

    walk.awaitTask(notReached.id(), "userTask_KeepOrClose");
  }

  @Test
  void shouldBeTheCoordinatorsTooOnceOverdue() {
    assertThat(ownersAtFirst).hasSize(2).allMatch(group -> group.startsWith("visitor:"));

    time.advanceTo(due().plusSeconds(1));

    assertThat(groups()).hasSize(3).contains(cases.get(forgotten.id()).coordinators().text());
  }

  private List<String> groups() {
    return jdbc.sql("select unnest(groups) from engine.open_task where subject = ?")
        .param(forgotten.id().value())
        .query(String.class)
        .list();
  }

  private Instant due() {
    return jdbc.sql("select due from engine.open_task where subject = ?")
        .param(forgotten.id().value())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private Opened open() {
    Opened about = testCases.open();
    all.add(about);
    return about;
  }

  private void wantCalls(Opened about) {
    walk.planAndAccept(about, "CALL");
    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "CALLS_ONLY"));
    walk.awaitPlace(about.id(), "event_FollowUpDayReached");
  }
}
