package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.visits.internal.ChangeVisit;
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

  @BeforeAll
  void walkUpToTheVisit() {
    noOneHome = open();
    triesUsedUp = open();
    oneTry(triesUsedUp);
    wrongAddress = open();
    declined = open();
    moved = open();
    fallenOut = open();
    day = time.now().atZone(ZONE).toLocalDate().plusDays(4);
    CaseWalk.sideBySide(
        all.stream().map(about -> (Runnable) () -> agree(about)).toArray(Runnable[]::new));
    changes.change(visitOf(moved), moved.visitorA(), false);
    changes.fallOut(visitOf(fallenOut), fallenOut.visitorB());
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
