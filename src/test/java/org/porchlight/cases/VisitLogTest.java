package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What follows a visit in {@code home-visit}: late logs, and visits that were not safe; the cases
 * walk side by side.
 */
@PorchlightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitLogTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Map<String, Object> NOTE =
      Map.of("facts", List.of("ANIMAL"), "words", "A dog ran at us");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired TestPeople people;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final List<Opened> all = new ArrayList<>();
  private LocalDate day;
  private Opened byPhone;
  private Opened byVisitors;
  private Opened logged;
  private Opened unsafe;
  private Opened unsafeByCall;

  @BeforeAll
  void walkPastTheVisit() {
    byPhone = open();
    byVisitors = open();
    logged = open();
    unsafe = open();
    unsafeByCall = open();
    day = time.now().atZone(ZONE).toLocalDate().plusDays(4);
    CaseWalk.sideBySide(
        all.stream().map(about -> (Runnable) () -> agree(about)).toArray(Runnable[]::new));
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
    walk.log(unsafe, "UNSAFE");
    walk.awaitTask(unsafe.id(), "userTask_WriteSafetyNote");
    walk.complete(unsafeByCall, "userTask_CheckSafety", Map.of("result", "UNSAFE"));
    walk.awaitTask(unsafeByCall.id(), "userTask_WriteSafetyNote");
    time.advanceTo(dueOf(byPhone, "userTask_LogVisit").plusSeconds(5));
    walk.complete(byPhone, "userTask_OfferHand", Map.of("who", "COORDINATOR"));
    walk.awaitTask(byPhone.id(), "userTask_LogByPhone");
    passAll(dueOf(unsafe, "userTask_WriteSafetyNote"));
    walk.complete(unsafe, "userTask_WriteSafetyNote", NOTE);
    walk.awaitTask(unsafe.id(), "userTask_ReviewSafetyNote");
    passAll(
        dueOf(byVisitors, "userTask_OfferHand"),
        dueOf(byPhone, "userTask_LogByPhone"),
        dueOf(unsafe, "userTask_ReviewSafetyNote"));
  }

  @AfterAll
  void leave() {
    all.forEach(walk::leave);
  }

  @Test
  void shouldLetTheCoordinatorWriteTheLogByPhone() {
    assertRaised(byPhone, "userTask_LogVisit");
    assertRaised(byPhone, "userTask_LogByPhone");
    walk.complete(
        byPhone, "userTask_LogByPhone", Map.of("outcome", "COMPLETED", "asPlanned", true));

    walk.awaitPlace(byPhone.id(), "event_FollowUpDayReached");
    assertThat(walk.places(byPhone.id())).doesNotContain("userTask_LogVisit");
  }

  @Test
  void shouldOfferAHandOnceMoreOnTheDayThatTheVisitorsNamed() {
    assertRaised(byVisitors, "userTask_OfferHand");
    LocalDate today = time.now().atZone(ZONE).toLocalDate();
    assertThatThrownBy(
            () ->
                walk.complete(
                    byVisitors,
                    "userTask_OfferHand",
                    Map.of("who", "VISITORS", "until", today.minusDays(1).toString())))
        .isInstanceOf(InvalidSubmission.class);
    walk.complete(
        byVisitors,
        "userTask_OfferHand",
        Map.of("who", "VISITORS", "until", today.plusDays(1).toString()));
    time.advanceTo(walk.dueAt(byVisitors, "event_HandAgainDue").plusSeconds(5));
    walk.awaitTask(byVisitors.id(), "userTask_OfferHand");

    // and it ends by itself when the log arrives
    walk.logCompleted(byVisitors, day, Map.of());
    walk.awaitPlace(byVisitors.id(), "event_FollowUpDayReached");
    assertThat(walk.places(byVisitors.id())).doesNotContain("userTask_OfferHand");
  }

  @Test
  void shouldOfferAHandOnceForEachLog() {
    walk.awaitTask(logged.id(), "userTask_OfferHand");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from engine.open_task
                    where subject = ? and element_id = 'userTask_OfferHand'
                    """)
                .param(logged.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void shouldHaveFactsReviewedByASecondPersonAndLetTheTeamDecide() {
    assertRaised(unsafe, "userTask_WriteSafetyNote");
    assertRaised(unsafe, "userTask_ReviewSafetyNote");
    Map<String, Object> keep = Map.of("decision", "KEEP", "days", 60);
    assertThatThrownBy(() -> walk.complete(unsafe, "userTask_ReviewSafetyNote", keep))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong -> assertThat(wrong.errors().get("decision")).contains("another coordinator"));
    CaseView view = cases.get(unsafe.id());
    Actor second =
        people.atSchool(
            view.district(), java.util.Objects.requireNonNull(view.school()), Role.COORDINATOR);
    walk.complete(unsafe, "userTask_ReviewSafetyNote", second.id(), keep);

    // and only another place will do, when the team wishes to go on
    walk.complete(unsafe, "userTask_KeepOrClose", Map.of("decision", "VISIT"));
    walk.awaitPlace(unsafe.id(), "event_NextContactDayReached");
    assertThat(
            jdbc.sql("select expires_at from visits.safety_stop where case_id = ?")
                .param(unsafe.id().value())
                .query((row, i) -> row.getTimestamp("expires_at").toInstant())
                .single())
        .isEqualTo(day.atTime(15, 0).atZone(ZONE).toInstant().plus(Duration.ofDays(60)));
    assertThat(words(unsafe)).doesNotContain("dog", "ANIMAL", "UNSAFE");
  }

  @Test
  void shouldStopWhenTheCoordinatorLearnsByPhoneThatTheyHadToLeave() {
    walk.awaitTask(unsafeByCall.id(), "userTask_WriteSafetyNote");
    assertThat(walk.places(unsafeByCall.id())).doesNotContain("userTask_LogVisit");
    assertThat(words(unsafeByCall)).contains("visits.visitLogged").doesNotContain("UNSAFE");
  }

  private Instant dueOf(Opened about, String task) {
    long key = walk.awaitTask(about.id(), task);
    return jdbc.sql("select due from engine.open_task where key = ?")
        .param(key)
        .query((row, i) -> row.getTimestamp("due").toInstant())
        .single();
  }

  private void passAll(Instant... moments) {
    for (Instant moment : moments) {
      if (moment.isAfter(time.now())) {
        time.advanceTo(moment.plusSeconds(5));
      }
    }
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

  private void assertRaised(Opened about, String task) {
    await(task + " is raised")
        .atMost(CaseWalk.PATIENCE)
        .until(
            () ->
                history.timeline(about.id()).stream()
                    .filter(entry -> entry.kind().equals("cases.taskOverdue"))
                    .anyMatch(entry -> task.equals(entry.facts().get("task"))));
  }

  private String words(Opened about) {
    return history.timeline(about.id()).toString();
  }
}
