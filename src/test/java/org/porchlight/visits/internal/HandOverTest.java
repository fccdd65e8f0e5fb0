package org.porchlight.visits.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.Cases;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Recipient;
import org.porchlight.roster.Families;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Families change hands without ever being left with fewer than two visitors. */
@PorchlightTest
class HandOverTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @LocalServerPort int port;
  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired Families families;
  @Autowired Visitors visitors;
  @Autowired Pairs pairs;
  @Autowired Appointments appointments;
  @Autowired HandOvers handOvers;
  @Autowired HandOverWatch watch;
  @Autowired TransactionTemplate transactions;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private Opened about;
  private UserId next;

  @BeforeEach
  void open() {
    about = testCases.open();
    DistrictId district = cases.get(about.id()).district();
    SchoolId school = families.find(about.family()).orElseThrow().students().getFirst().school();
    next = testCases.visitor(district, school, VisitorRole.NURSE, "Nia");
  }

  @AfterEach
  void leave() {
    walk.leave(about);
  }

  @Test
  void shouldHandOverACaseloadOnOnePageAndTheTasksWithIt() {
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    long task = walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(groups(task)).contains(group(about.visitorA()), group(about.visitorB()));
    claim(task, about.visitorA());

    try (Surfer surfer =
        new Surfer(port).signIn(about.coordinator().username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/visitors/" + about.visitorA());
      page.getByText("Is asked for visits").click();
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("h1")).containsText("Hand over the families of Ana");
      assertThat(page.locator("main")).containsText("with Jo, who stays");
      surfer.look("hand-over");
      page.getByText("Ask them").click();
      assertThat(page.locator("[role=status]")).containsText("One visitor was asked");
      assertThat(page.locator("main")).containsText("Asked: Nia");
    }
    assertThat(pair().includes(about.visitorA())).as("nothing changes before a yes").isTrue();

    answer(Answer.YES);

    await().atMost(CaseWalk.PATIENCE).until(() -> pair().includes(next));
    assertThat(pair().includes(about.visitorB())).isTrue();
    assertThat(pair().state()).isEqualTo(PairState.ACCEPTED);
    assertThat(groups(task)).contains(group(next), group(about.visitorB()));
    assertThat(groups(task)).doesNotContain(group(about.visitorA()));
    assertThat(claims(task)).as("nobody's any more").isZero();
    assertThat(requested("visits.takeOver")).isEqualTo(1);
    assertThat(kinds()).contains("visits.handOverAsked", "visits.handedOver");

    // a task that comes later is theirs too
    walk.agree(about, day(3));
    time.advanceTo(day(3).atTime(16, 30).atZone(ZONE).toInstant());
    long log = walk.awaitTask(about.id(), "userTask_LogVisit");
    assertThat(groups(log)).contains(group(next)).doesNotContain(group(about.visitorA()));
  }

  @Test
  void shouldTellTheFamilyTheOtherNamesBeforeTheVisit() {
    plannedVisit();
    Pair before = pair();
    ask();

    answer(Answer.YES);

    await().atMost(CaseWalk.PATIENCE).until(() -> pair().includes(next));
    assertThat(requested("visits.otherVisitors")).isEqualTo(1);
    assertThat(visit().planned()).isTrue();
    assertThat(visit().pair()).isEqualTo(pair().id());
    assertThat(pairs.findById(before.id()).orElseThrow().state()).isEqualTo(PairState.REPLACED);
  }

  @Test
  void shouldBringInTheCoordinatorWhenTheNextBestDeclines() {
    plannedVisit();
    ask();

    answer(Answer.NO);

    walk.awaitTask(about.id(), "userTask_CallBack");
    assertThat(pair().includes(about.visitorA())).isTrue();
    assertThat(visit().planned()).isTrue();
    assertThat(requested("visits.otherVisitors")).isZero();
  }

  @Test
  void shouldChooseOthersAtOnceWhenNobodyTookOverAndTheVisitIsNear() {
    plannedVisit();
    ask();
    visitors.deactivate(about.visitorA());

    time.advanceTo(visit().startsAt().minus(HandOvers.LAST_MOMENT).plusSeconds(60));
    watch.look();

    walk.awaitTask(about.id(), "userTask_ChooseVisitors");
    assertThat(visit().planned()).isFalse();
    assertThat(requested("visits.visitOff")).isPositive();
    // By the days of the week the answer was due before, or is after others were chosen.
    time.advanceTo(due().plusSeconds(60));
    watch.look();
    await().atMost(CaseWalk.PATIENCE).until(() -> !asked().equals("ASKED"));
    assertThat(asked()).isIn("SILENT", "OVER");
  }

  @Test
  void shouldAskTheNextBestInTheSameAskWhereThePairIsStillAsked() {
    walk.plan(about, "TEXT");
    walk.awaitPlace(about.id(), "gateway_AwaitPair");
    ask();

    walk.visitorsAnswer(about, Answer.YES, Answer.YES);

    walk.awaitInvitation(about);
    assertThat(pair().includes(next)).isTrue();
    assertThat(pair().includes(about.visitorA())).isFalse();
  }

  private String asked() {
    return jdbc.sql("select state from visits.hand_over where case_id = ?")
        .param(about.id().value())
        .query(String.class)
        .single();
  }

  private Instant due() {
    return jdbc.sql("select due_at from visits.hand_over where case_id = ?")
        .param(about.id().value())
        .query((row, i) -> row.getTimestamp("due_at").toInstant())
        .single();
  }

  private void claim(long task, UserId by) {
    jdbc.sql("insert into tasks.claim (task_key, assignee, claimed_at) values (?, ?, now())")
        .params(task, by.value())
        .update();
  }

  private int claims(long task) {
    return jdbc.sql("select count(*) from tasks.claim where task_key = ?")
        .param(task)
        .query(Integer.class)
        .single();
  }

  private void plannedVisit() {
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    walk.agree(about, day(3));
  }

  private void ask() {
    transactions.executeWithoutResult(
        status -> handOvers.ask(pair(), about.visitorA(), next, about.coordinator().id()));
  }

  private void answer(Answer answer) {
    UUID asked =
        jdbc.sql("select id from visits.hand_over where case_id = ? and state = 'ASKED'")
            .param(about.id().value())
            .query(UUID.class)
            .single();
    testCases.publish(
        new QuestionAnswered(
            asked,
            Question.Kind.VISIT_ASSIGNMENT,
            about.id(),
            new Recipient.OfStaff(next),
            answer,
            UUID.randomUUID(),
            time.now()));
  }

  private LocalDate day(int ahead) {
    return opened().plusDays(ahead);
  }

  private LocalDate opened() {
    return cases.get(about.id()).openedAt().atZone(ZONE).toLocalDate();
  }

  private Pair pair() {
    return pairs.findByCaseIdAndStateIn(about.id().value(), PairState.CURRENT).orElseThrow();
  }

  private Appointment visit() {
    return appointments.findFirstByCaseIdOrderByBookedAtDesc(about.id().value()).orElseThrow();
  }

  private List<String> groups(long task) {
    return List.of(
        jdbc.sql("select array_to_string(groups, ',') from engine.open_task where key = ?")
            .param(task)
            .query(String.class)
            .single()
            .split(","));
  }

  private static String group(UserId visitor) {
    return OwnerGroup.visitor(visitor).text();
  }

  private List<String> kinds() {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }

  private int requested(String purpose) {
    return jdbc.sql("select count(*) from messaging.intent where case_id = ? and purpose = ?")
        .params(about.id().value(), purpose)
        .query(Integer.class)
        .single();
  }
}
