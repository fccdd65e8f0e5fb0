package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.visits.internal.ChangeVisit;
import org.porchlight.visits.internal.CheckIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way in which {@code home-visit} goes; the cases walk side by side up to the visit. */
@PorchlightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeVisitTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired Programs programs;
  @Autowired ChangeVisit changes;
  @Autowired CheckIn checkIn;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final List<Opened> all = new ArrayList<>();
  private LocalDate day;
  private Opened noOneHome;
  private Opened triesUsedUp;
  private Opened wrongAddress;
  private Opened declined;
  private Opened moved;
  private Opened fallenOut;
  private Opened unseen;
  private Opened late;
  private Opened inTime;
  private Opened picks;
  private Opened suitsNone;
  private Opened picksNothing;
  private Opened movedByFamily;

  @BeforeAll
  void walkUpToTheVisit() {
    noOneHome = open();
    triesUsedUp = open();
    oneTry(triesUsedUp);
    wrongAddress = open();
    declined = open();
    moved = open();
    fallenOut = open();
    unseen = open();
    late = open();
    inTime = open();
    movedByFamily = open();
    day = time.now().atZone(ZONE).toLocalDate().plusDays(4);
    CaseWalk.sideBySide(
        all.stream().map(about -> (Runnable) () -> agree(about)).toArray(Runnable[]::new));
    picks = open();
    suitsNone = open();
    picksNothing = open();
    CaseWalk.sideBySide(() -> offer(picks), () -> offer(suitsNone), () -> offer(picksNothing));
    walk.familyPicks(picks, Answer.SECOND);
    walk.familyPicks(suitsNone, Answer.LATER);
    walk.awaitPlace(picks.id(), "awaitVisit");
    walk.familyMoves(movedByFamily, visitOf(movedByFamily), Answer.FIRST);
    changes.change(visitOf(moved), moved.visitorA(), false);
    changes.fallOut(visitOf(fallenOut), fallenOut.visitorB());
    time.advanceTo(day.atTime(15, 1).atZone(ZONE).toInstant());
    checkIn.arrive(visitOf(inTime), inTime.visitorA());
    checkIn.leave(visitOf(inTime), inTime.visitorA());
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
  }

  @AfterAll
  void leave() {
    all.forEach(walk::leave);
  }

  @Test
  void shouldAgreeAgainWhenNobodyWasHome() {
    walk.log(noOneHome, "NO_ONE_HOME");
    walk.awaitTask(noOneHome.id(), "userTask_AgreeTime");
  }

  @Test
  void shouldLetTheTeamDecideWhenTheTriesAreUsedUp() {
    walk.log(triesUsedUp, "NO_ONE_HOME");
    walk.complete(triesUsedUp, "userTask_KeepOrClose", Map.of("decision", "VISIT"));
    walk.awaitPlace(triesUsedUp.id(), "event_NextContactDayReached");
  }

  @Test
  void shouldRepairAWrongAddressAndAgreeAgain() {
    walk.log(wrongAddress, "WRONG_ADDRESS");
    walk.complete(
        wrongAddress,
        "userTask_RepairAddress",
        Map.of("result", "ADDRESS", "address", "2 Example Street"));
    walk.awaitTask(wrongAddress.id(), "userTask_AgreeTime");
  }

  @Test
  void shouldEndWhenTheFamilyDeclinesAtTheDoor() {
    walk.log(declined, "DECLINED");
    walk.awaitState(declined.id(), State.CLOSED);
    assertThat(history.outcome(declined.id())).contains(Outcome.DECLINED);
  }

  @Test
  void shouldMakeSureThatTheVisitorsAreSafe() {
    walk.complete(unseen, "userTask_CheckSafety", Map.of("result", "SAFE"));
    walk.awaitTask(unseen.id(), "userTask_LogVisit");
    assertThat(kinds(unseen)).contains("visits.safetyChecked");
  }

  @Test
  void shouldDropTheAlertWhenTheyCheckOutLate() {
    walk.awaitTask(late.id(), "userTask_CheckSafety");
    checkIn.leave(visitOf(late), late.visitorA());
    await()
        .atMost(CaseWalk.PATIENCE)
        .until(() -> !walk.places(late.id()).contains("userTask_CheckSafety"));
    walk.awaitTask(late.id(), "userTask_LogVisit");
  }

  @Test
  void shouldAlertNobodyWhenTheyHaveCheckedOut() {
    walk.awaitTask(inTime.id(), "userTask_LogVisit");
    assertThat(walk.places(inTime.id())).doesNotContain("userTask_CheckSafety");
    assertThat(kinds(inTime)).contains("visits.visitorsArrived", "visits.visitorsLeft");
  }

  @Test
  void shouldBookTheTimeThatTheFamilyPicksByNumber() {
    walk.awaitTask(picks.id(), "userTask_LogVisit");
    assertThat(kinds(picks)).contains("visits.timesOffered", "visits.familyPickedTime");
  }

  @Test
  void shouldAskInPersonWhenNoneOfTheTimesSuits() {
    walk.awaitTask(suitsNone.id(), "userTask_AgreeTime");
    assertThat(kinds(suitsNone)).contains("visits.noTimeSuits");
  }

  @Test
  void shouldAskInPersonWhenTheFamilyPicksNothing() {
    walk.awaitTask(picksNothing.id(), "userTask_AgreeTime");
    assertThat(kinds(picksNothing)).doesNotContain("visits.familyPickedTime", "visits.noTimeSuits");
  }

  @Test
  void shouldAgreeAgainWhenTheFamilyMovesTheVisitByNumber() {
    walk.awaitTask(movedByFamily.id(), "userTask_AgreeTime");
    assertThat(kinds(movedByFamily)).contains("visits.visitMoved");
  }

  @Test
  void shouldAgreeAgainWhenTheVisitWasMoved() {
    walk.awaitTask(moved.id(), "userTask_AgreeTime");
    assertThat(kinds(moved)).contains("visits.visitMoved");
  }

  @Test
  void shouldChooseOthersWhenAVisitorFallsOut() {
    walk.complete(
        fallenOut,
        "userTask_ChooseVisitors",
        Map.of(
            "found", "PAIR",
            "visitorA", fallenOut.visitorA().toString(),
            "visitorB", fallenOut.visitorB().toString()));
    walk.visitorsAnswer(fallenOut, Answer.YES, Answer.YES);

    // and the family, which has said yes, is not asked a second time
    walk.awaitTask(fallenOut.id(), "userTask_AgreeTime");
  }

  private Opened open() {
    Opened about = testCases.open();
    all.add(about);
    return about;
  }

  private void agree(Opened about) {
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    walk.agree(about, day);
  }

  private void offer(Opened about) {
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    Map<String, Object> times = new HashMap<>();
    times.put("how", "OFFER");
    times.put("dateOne", day.toString());
    times.put("timeOne", "11:00");
    times.put("dateTwo", day.toString());
    times.put("timeTwo", "15:00");
    times.put("durationMinutes", 45);
    times.put("place", "HOME");
    walk.complete(about, "userTask_AgreeTime", times);
    walk.awaitPlace(about.id(), "gateway_AwaitPick");
  }

  private void oneTry(Opened about) {
    ProgramSettings now = programs.current(cases.get(about.id()).district());
    programs.set(
        cases.get(about.id()).district(),
        new ProgramSettings(
            now.version(),
            now.lookEachSchoolDay(),
            now.targeting(),
            now.eligibility(),
            now.weights(),
            now.weeklyCapacity(),
            now.cadence(),
            new ProgramSettings.Attempts(3, 2, 1, 1),
            now.contact(),
            now.ending(),
            now.languages(),
            now.summer()));
  }

  private UUID visitOf(Opened about) {
    return jdbc.sql("select id from visits.appointment where case_id = ? and state = 'PLANNED'")
        .param(about.id().value())
        .query(UUID.class)
        .single();
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
