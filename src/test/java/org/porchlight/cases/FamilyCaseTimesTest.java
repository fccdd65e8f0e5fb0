package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Correspondence;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens when time passes, on the real broker with the controlled clock. */
@PorchlightTest
class FamilyCaseTimesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired ProcessClock time;
  @Autowired Correspondence correspondence;
  @Autowired JdbcClient jdbc;

  /** Visit, call, call, visit with the same pair, call, and the family has had enough. */
  @Test
  void shouldRepeatCallsAndVisitsUntilTheFamilyHasHadEnough() {
    Opened about = visited();
    advanceToDue(about, "event_FollowUpDayReached");
    walk.call(about, Map.of("outcome", "REACHED"));
    advanceToDue(about, "event_NextContactDayReached");
    walk.call(about, Map.of("outcome", "REACHED", "wantsAnotherVisit", "YES"));

    advanceToDue(about, "event_NextContactDayReached");
    walk.pairAcceptsAgain(about);
    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(3);
    walk.agree(about, day);
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
    walk.logCompleted(about, day, Map.of("wantsAnotherVisit", "NO"));
    advanceToDue(about, "event_FollowUpDayReached");
    walk.call(about, Map.of("outcome", "REACHED"));

    walk.complete(
        about,
        "userTask_KeepOrClose",
        Map.of("decision", "CLOSE", "closingReason", "ENOUGH_VISITS"));
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.CLOSED);
    assertThat(kinds(about).stream().filter("cases.visited"::equals)).hasSize(2);
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
  void shouldGiveTheFamilyItsWholeTimeWhereTheTextLeftLater() {
    correspondence.openWindow();
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    UUID question = walk.awaitInvitation(about);
    await().atMost(CaseWalk.PATIENCE).until(() -> invitation(question, "SENT") == 1);
    Instant asked = answerDueAt(question);
    // As if others had gone first: it left a day before the wait ends.
    jdbc.sql(
            "update messaging.attempt set started_at = ? where intent = "
                + "(select id from messaging.intent where purpose = 'cases.invitation' and occurrence = ?)")
        .params(Timestamp.from(asked.minus(Duration.ofDays(1))), question.toString())
        .update();

    time.advanceTo(asked.plusSeconds(1));

    await().atMost(CaseWalk.PATIENCE).until(() -> answerDueAt(question).isAfter(asked));
    assertThat(kinds(about)).doesNotContain("cases.familyReminded");
    time.advanceTo(answerDueAt(question).plusSeconds(1));
    await().atMost(CaseWalk.PATIENCE).until(() -> kinds(about).contains("cases.familyReminded"));
    walk.leave(about);
  }

  private Instant answerDueAt(UUID question) {
    return jdbc.sql("select answer_due_at from cases.invitation where question_id = ?")
        .param(question)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  private int invitation(UUID question, String state) {
    return jdbc.sql(
            "select count(*) from messaging.intent where purpose = 'cases.invitation'"
                + " and occurrence = ? and state = ?")
        .params(question.toString(), state)
        .query(Integer.class)
        .single();
  }

  @Test
  void shouldChooseOthersWhenVisitorsStaySilent() {
    Opened about = testCases.open();
    walk.plan(about, "TEXT");
    walk.awaitPlace(about.id(), "gateway_AwaitPair");

    time.advanceTo(time.now().plus(Duration.ofDays(4)));

    walk.awaitTask(about.id(), "userTask_ChooseVisitors");
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

  /** Agrees on a time, lets it pass, and logs a visit. */
  private Opened visited() {
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(3);
    walk.agree(about, day);
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
    walk.logCompleted(about, day, Map.of());
    return about;
  }

  private void advanceToDue(Opened about, String elementId) {
    time.advanceTo(walk.dueAt(about, elementId).plusSeconds(1));
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
