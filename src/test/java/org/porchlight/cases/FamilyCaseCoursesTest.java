package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pauses, overdue tasks and ends of {@code family-case}; the cases walk side by side to where each
 * of them is to stand when two weeks pass.
 */
@PorchlightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyCaseCoursesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired StaffRecords staff;
  @Autowired ProcessEngine engine;
  @Autowired ProcessClock time;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  private final List<Opened> all = new ArrayList<>();
  private Opened pausedBeforeThePlan;
  private Opened pausedAfterTheYes;
  private Opened pausedByPhone;
  private Opened leavesDuringAPause;
  private Opened planning;
  private Opened repairing;
  private Opened choosing;
  private Opened contacting;
  private Opened agreeing;
  private Opened deciding;
  private Opened calling;
  private Opened logging;
  private Opened wrongHouse;
  private Opened findingANumber;
  private Opened callingBack;

  @BeforeAll
  void letTwoWeeksPass() {
    pausedBeforeThePlan = open();
    pausedAfterTheYes = open();
    pausedByPhone = open();
    leavesDuringAPause = open();
    planning = open();
    repairing = testCases.openWithoutPhone();
    all.add(repairing);
    choosing = open();
    contacting = open();
    agreeing = open();
    deciding = open();
    calling = open();
    logging = open();
    wrongHouse = open();
    LocalDate visitDay = time.now().atZone(ZONE).toLocalDate().plusDays(2);
    findingANumber = open();
    callingBack = open();
    CaseWalk.sideBySide(
        () -> walk.awaitTask(planning.id(), "userTask_PlanFirstContact"),
        () -> walk.awaitTask(repairing.id(), "userTask_RepairContact"),
        () -> walkToAPause(pausedBeforeThePlan),
        () -> {
          walkToTheYes(pausedAfterTheYes);
          walkToAPause(pausedAfterTheYes);
        },
        () -> {
          walkToCalls(pausedByPhone);
          walkToAPause(pausedByPhone);
        },
        () -> walkToAPause(leavesDuringAPause),
        () -> {
          decline(choosing);
          walk.awaitTask(choosing.id(), "userTask_ChooseVisitors");
        },
        () -> {
          walk.planAndAccept(contacting, "CALL");
          walk.awaitTask(contacting.id(), "userTask_ContactFamily");
        },
        () -> walkToTheYes(agreeing),
        () -> {
          decline(deciding);
          walk.complete(deciding, "userTask_ChooseVisitors", Map.of("found", "NOBODY"));
          walk.awaitTask(deciding.id(), "userTask_KeepOrClose");
        },
        () -> walkToCalls(calling),
        () -> {
          walkToTheYes(logging);
          walk.agree(logging, visitDay);
        },
        () -> {
          walkToTheYes(wrongHouse);
          walk.agree(wrongHouse, visitDay);
        },
        () -> {
          walk.planAndAccept(findingANumber, "CALL");
          walk.complete(
              findingANumber,
              "userTask_ContactFamily",
              Map.of("how", "CALL", "answer", "WRONG_NUMBER"));
          walk.awaitTask(findingANumber.id(), "userTask_RepairPhone");
        },
        () -> {
          testCases.publish(
              new FamilyTexted(
                  callingBack.family(), Answer.CALL_ME, UUID.randomUUID(), time.now()));
          walk.awaitTask(callingBack.id(), "userTask_CallBack");
        });
    staff.record(
        leavesDuringAPause.id(),
        StaffRecords.What.FAMILY_SAID_NO,
        UUID.randomUUID(),
        leavesDuringAPause.coordinator().id(),
        time.now());
    walk.awaitState(leavesDuringAPause.id(), State.CLOSED);
    time.advanceTo(visitDay.atTime(18, 0).atZone(ZONE).toInstant());
    walk.log(wrongHouse, "WRONG_ADDRESS");
    walk.awaitTask(wrongHouse.id(), "userTask_RepairAddress");
    time.advanceTo(time.now().plus(Duration.ofDays(14)));
  }

  @AfterAll
  void leave() {
    all.forEach(walk::leave);
  }

  @Test
  void shouldPlanAfterAPauseBeforeThePlan() {
    walk.awaitTask(pausedBeforeThePlan.id(), "userTask_PlanFirstContact");
    assertThat(kinds(pausedBeforeThePlan)).contains("cases.paused");
  }

  @Test
  void shouldAskTheVisitorsAgainAfterAPauseThatFollowedAYes() {
    walk.awaitPlace(pausedAfterTheYes.id(), "call_AssignVisitors");
  }

  @Test
  void shouldCallAfterAPauseOfAFamilyThatIsCalled() {
    walk.awaitTask(pausedByPhone.id(), "userTask_FollowUpCall");
  }

  @Test
  void shouldEndWhenTheFamilySaysNoDuringAPause() {
    assertThat(history.outcome(leavesDuringAPause.id())).contains(Outcome.DECLINED);
  }

  @Test
  void shouldRaiseEveryOverdueTaskOnceAndKeepIt() {
    assertRaised(planning, "userTask_PlanFirstContact");
    assertRaised(repairing, "userTask_RepairContact");
    assertRaised(choosing, "userTask_ChooseVisitors");
    assertRaised(contacting, "userTask_ContactFamily");
    assertRaised(agreeing, "userTask_AgreeTime");
    assertRaised(deciding, "userTask_KeepOrClose");
    assertRaised(calling, "userTask_FollowUpCall");
    assertRaised(logging, "userTask_LogVisit");
    assertRaised(logging, "userTask_CheckSafety");
    assertRaised(findingANumber, "userTask_RepairPhone");
    assertRaised(wrongHouse, "userTask_RepairAddress");
    assertRaised(callingBack, "userTask_CallBack");
  }

  @Test
  void shouldNudgeTheVisitorsBeforeTheLogIsDue() {
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from messaging.intent
                    where case_id = ? and purpose = 'visits.logNudge'
                    """)
                .param(logging.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  /** The called processes end with the case, and nothing of it is left to do. */
  @Test
  void shouldStopWhatTheCaseCalledWhenTheFamilySaysNo() {
    staff.record(
        agreeing.id(),
        StaffRecords.What.FAMILY_SAID_NO,
        UUID.randomUUID(),
        agreeing.coordinator().id(),
        time.now());
    await().atMost(CaseWalk.PATIENCE).until(() -> running(agreeing) == 0);
    assertThat(walk.places(agreeing.id())).isEmpty();
  }

  @Test
  void shouldEndASecondInstanceOfARunAtOnce() {
    await().atMost(CaseWalk.PATIENCE).until(() -> running(leavesDuringAPause) == 0);
    String key = leavesDuringAPause.id() + ":1";
    Integer before = instances();

    transactions.executeWithoutResult(
        status ->
            engine.publish(
                new ProcessMessage(
                    "cases.caseOpened",
                    key,
                    "again:" + key,
                    Duration.ofMinutes(5),
                    leavesDuringAPause.id().value(),
                    Map.of("caseId", leavesDuringAPause.id().toString(), "run", 1))));

    await().atMost(CaseWalk.PATIENCE).until(() -> instances() > before);
    time.awaitQuiet();
    assertThat(running(leavesDuringAPause)).isZero();
    assertThat(cases.get(leavesDuringAPause.id()).state()).isEqualTo(State.CLOSED);
  }

  private void assertRaised(Opened about, String elementId) {
    long raised =
        history.timeline(about.id()).stream()
            .filter(entry -> entry.kind().equals("cases.taskOverdue"))
            .filter(entry -> entry.facts().containsValue(elementId))
            .count();
    assertThat(raised).as(elementId).isEqualTo(1);
    walk.awaitTask(about.id(), elementId);
  }

  private Opened open() {
    Opened about = testCases.open();
    all.add(about);
    return about;
  }

  private void walkToAPause(Opened about) {
    Instant now = time.now();
    LocalDate until = now.atZone(ZONE).toLocalDate().plusDays(7);
    walk.awaitPlace(about.id(), "walk");
    staff.pause(about.id(), until, UUID.randomUUID(), about.coordinator().id(), now);
    walk.awaitPlace(about.id(), "event_PauseOver");
  }

  private void walkToTheYes(Opened about) {
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    walk.awaitTask(about.id(), "userTask_AgreeTime");
  }

  private void walkToCalls(Opened about) {
    walk.planAndAccept(about, "CALL");
    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "CALLS_ONLY"));
    walk.awaitPlace(about.id(), "event_FollowUpDayReached");
  }

  private void decline(Opened about) {
    walk.plan(about, "TEXT");
    walk.visitorsAnswer(about, Answer.NO, Answer.YES);
  }

  private int running(Opened about) {
    return jdbc.sql(
            """
            select count(*) from engine.process_instance i
            join engine.process_root r on r.root_key = i.root_key
            where r.subject = ? and i.state = 'ACTIVE'
            """)
        .param(about.id().value())
        .query(Integer.class)
        .single();
  }

  private Integer instances() {
    return jdbc.sql("select count(*) from engine.process_instance where process_id = 'family-case'")
        .query(Integer.class)
        .single();
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
