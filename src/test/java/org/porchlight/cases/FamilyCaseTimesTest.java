package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens when time passes, on the real broker with the controlled clock. */
@PorchlightTest
class FamilyCaseTimesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired ProcessClock time;

  @Test
  void shouldGoFromTheFirstPlanToAReviewAndClose() {
    Opened about = visited("COMPLETED");
    time.advanceTo(time.now().plus(Duration.ofDays(8)));
    walk.complete(about, "userTask_FollowUpCall", about.visitorA(), Map.of("outcome", "REACHED"));
    walk.complete(about, "userTask_KeepOrClose", Map.of("decision", "KEEP"));
    walk.awaitPlace(about.id(), "event_NextContactDayReached");

    // and two weeks later again
    time.advanceTo(time.now().plus(Duration.ofDays(18)));
    walk.complete(
        about, "userTask_FollowUpCall", about.visitorA(), Map.of("outcome", "NOT_REACHED"));
    walk.complete(
        about, "userTask_KeepOrClose", Map.of("decision", "CLOSE", "closingReason", "DOING_WELL"));
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.CLOSED);
  }

  @Test
  void shouldEndWhenTheFamilyDeclinesAtTheDoor() {
    Opened about = visited("DECLINED");
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
  }

  @Test
  void shouldAgreeAgainWhenNobodyWasHome() {
    Opened about = visited("NO_ONE_HOME");
    walk.awaitTask(about.id(), "userTask_AgreeTime");
  }

  @Test
  void shouldRepairAWrongAddressAndAgreeAgain() {
    Opened about = visited("WRONG_ADDRESS");
    walk.complete(
        about,
        "userTask_RepairAddress",
        Map.of("result", "ADDRESS", "address", "2 Example Street"));
    walk.awaitTask(about.id(), "userTask_AgreeTime");
  }

  @Test
  void shouldRemindTwiceThenCall() {
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.awaitInvitation(about);

    time.advanceTo(time.now().plus(Duration.ofDays(14)));

    walk.awaitTask(about.id(), "userTask_ContactFamily");
    assertThat(kinds(about).stream().filter("cases.familyReminded"::equals)).hasSize(2);
    assertThat(kinds(about)).contains("cases.noAnswer");
  }

  @Test
  void shouldPlanAgainWhenVisitorsStaySilent() {
    Opened about = testCases.open();
    walk.plan(about, "TEXT");
    walk.awaitPlace(about.id(), "gateway_AwaitPair");

    time.advanceTo(time.now().plus(Duration.ofDays(4)));

    walk.awaitTask(about.id(), "userTask_PlanFirstContact");
  }

  @Test
  void shouldRaiseAnOverdueTaskOnceAndKeepIt() {
    Opened about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    time.advanceTo(time.now().plus(Duration.ofDays(7)));

    assertThat(kinds(about).stream().filter("cases.taskOverdue"::equals)).hasSize(1);
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");
  }

  @Test
  void shouldLetTheTeamDecideWhenNobodyIsEverReached() {
    Opened about = testCases.open();
    walk.planAndAccept(about, "CALL");
    Map<String, Object> notReached = Map.of("how", "CALL", "answer", "NOT_REACHED");
    walk.complete(about, "userTask_ContactFamily", notReached);
    walk.awaitPlace(about.id(), "event_LaterDayReached");
    time.advanceTo(time.now().plus(Duration.ofDays(7)));
    walk.complete(about, "userTask_ContactFamily", notReached);
    walk.awaitPlace(about.id(), "event_LaterDayReached");
    time.advanceTo(time.now().plus(Duration.ofDays(7)));
    walk.complete(about, "userTask_ContactFamily", notReached);

    walk.complete(
        about, "userTask_KeepOrClose", Map.of("decision", "CLOSE", "closingReason", "NOT_REACHED"));

    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.NOT_REACHED);
  }

  /** Agrees on a time, lets it pass, and logs this outcome. */
  private Opened visited(String outcome) {
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(3);
    walk.complete(
        about,
        "userTask_AgreeTime",
        Map.of("date", day.toString(), "time", "15:00", "durationMinutes", 45, "place", "HOME"));
    walk.awaitPlace(about.id(), "awaitVisit");
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
    Map<String, Object> log =
        outcome.equals("COMPLETED")
            ? Map.of(
                "outcome",
                outcome,
                "visitDate",
                day.toString(),
                "place",
                "HOME",
                "visitorsPresent",
                "BOTH")
            : Map.of("outcome", outcome);
    walk.complete(about, "userTask_LogVisit", about.visitorA(), log);
    return about;
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
