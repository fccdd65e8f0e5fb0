package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.identification.ServedFamilies;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a family may wish instead of a plain yes, by text and by form, on the real broker. */
@PorchlightTest
class FamilyWishesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired CaseContacts contacts;
  @Autowired MeetingWishes meeting;
  @Autowired StaffRecords staff;
  @Autowired WrongNumbers wrongNumbers;
  @Autowired ServedFamilies served;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private Opened about;

  @AfterEach
  void leave() {
    walk.leave(about);
  }

  @Test
  void shouldCallAFamilyThatTextsCallsOnly() {
    about = invited();

    walk.familyAnswers(about, Answer.CALLS_ONLY);

    walk.awaitPlace(about.id(), "event_FollowUpDayReached");
    assertThat(requested("cases.callsOnlyReceipt")).isEqualTo(1);
    assertThat(kinds()).contains("cases.familyWished.CALLS_ONLY");
  }

  @Test
  void shouldLookForOthersWhenTheFamilyTextsThatItWantsSomebodyElse() {
    about = invited();

    walk.familyAnswers(about, Answer.SOMEBODY_ELSE);

    walk.awaitTask(about.id(), "userTask_ChooseVisitors");
    assertThat(requested("cases.otherVisitorsReceipt")).isEqualTo(1);
  }

  @Test
  void shouldAgreeOnAnotherPlaceThanHome() {
    about = invited();

    walk.familyAnswers(about, Answer.ELSEWHERE);

    walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(meeting.of(about.id()).elsewhere()).isTrue();
    assertThat(cases.get(about.id()).familyAgreed()).isTrue();
    assertThat(requested("cases.elsewhereReceipt")).isEqualTo(1);
  }

  @Test
  void shouldArrangeHelpAndCallOnlyWhereThatIsWelcome() {
    about = invited();
    walk.familyAnswers(about, Answer.HELP_ONLY);
    walk.awaitTask(about.id(), "userTask_ArrangeHelp");
    assertThat(requested("cases.helpOnlyReceipt")).isEqualTo(1);

    // after a break the help still waits, and past its day the coordinator sees it
    LocalDate until = time.now().atZone(ZONE).toLocalDate().plusDays(7);
    staff.pause(about.id(), until, UUID.randomUUID(), about.coordinator().id(), time.now());
    time.advanceTo(walk.dueAt(about, "event_PauseOver").plusSeconds(1));
    walk.awaitTask(about.id(), "userTask_ArrangeHelp");
    time.advanceTo(time.now().plus(Duration.ofDays(7)));
    await().atMost(CaseWalk.PATIENCE).until(() -> kinds().contains("cases.taskOverdue"));

    walk.complete(
        about, "userTask_ArrangeHelp", Map.of("arranged", "A winter coat", "calls", "YES"));
    walk.awaitPlace(about.id(), "event_FollowUpDayReached");
  }

  @Test
  void shouldLetTheTeamDecideWhereHelpWasAllThatTheFamilyWanted() {
    about = testCases.open();
    walk.planAndAccept(about, "CALL");
    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "HELP_ONLY"));

    walk.complete(about, "userTask_ArrangeHelp", Map.of("arranged", "A bus pass", "calls", "NO"));

    walk.awaitTask(about.id(), "userTask_KeepOrClose");
  }

  @Test
  void shouldKeepWhenAndWhereTheFamilyLikesToMeet() {
    about = testCases.open();
    walk.planAndAccept(about, "CALL");

    walk.complete(
        about,
        "userTask_ContactFamily",
        Map.of(
            "how",
            "CALL",
            "answer",
            "ELSEWHERE",
            "times",
            List.of("WEEKENDS", "WEEKDAY_EVENINGS")));

    walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(meeting.of(about.id()).elsewhere()).isTrue();
    assertThat(meeting.of(about.id()).times())
        .containsExactlyInAnyOrder(
            MeetingWishes.Times.WEEKENDS, MeetingWishes.Times.WEEKDAY_EVENINGS);
  }

  @Test
  void shouldWaitForTheNumberOfWeeksThatTheFamilySaid() {
    about = testCases.open();
    walk.planAndAccept(about, "CALL");
    LocalDate inSixWeeks = time.now().atZone(ZONE).toLocalDate().plusWeeks(6);

    walk.complete(
        about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "LATER", "laterWeeks", 6));

    assertThat(walk.dueAt(about, "event_LaterDayReached").atZone(ZONE).toLocalDate())
        .isBetween(inSixWeeks, inSixWeeks.plusDays(14));
  }

  @Test
  void shouldLookForTheRightNumberAndForgetTheWrongOne() {
    about = invited();
    PhoneNumber wrong = contacts.textTo(about.id()).orElseThrow().phone();

    walk.familyAnswers(about, Answer.WRONG_NUMBER);
    wrongNumbers.report(wrong, about.family());

    walk.awaitTask(about.id(), "userTask_RepairPhone");
    assertThat(contacts.textTo(about.id())).isEmpty();
    assertThat(contacts.reachable(about.id())).isFalse();
    assertThat(kinds()).contains("cases.wrongNumber");

    // somebody makes sure that it is theirs after all
    walk.complete(
        about,
        "userTask_RepairPhone",
        Map.of("result", "PHONE", "phone", wrong.e164(), "textable", true));
    await()
        .atMost(CaseWalk.PATIENCE)
        .untilAsserted(() -> assertThat(contacts.textTo(about.id())).isPresent());
  }

  @Test
  void shouldLetAPersonSeeToAWishThatComesUnasked() {
    about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    testCases.publish(
        new FamilyTexted(about.family(), Answer.CALLS_ONLY, UUID.randomUUID(), time.now()));

    walk.awaitTask(about.id(), "userTask_CallBack");
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");
    assertThat(requested("cases.callComing")).isEqualTo(1);
  }

  @Test
  void shouldStopAPlannedVisitWithinFiveSecondsOfANo() {
    about = invited();
    walk.familyAnswers(about, Answer.YES);
    walk.agree(about, time.now().atZone(ZONE).toLocalDate().plusDays(3));

    testCases.publish(new FamilyTexted(about.family(), Answer.NO, UUID.randomUUID(), time.now()));

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              assertThat(planned()).isZero();
              assertThat(textsToTheFamilyThatMayStillLeave()).isZero();
              assertThat(openQuestions()).isZero();
            });
    CaseHistory.Entry ending =
        history.timeline(about.id()).stream()
            .filter(entry -> entry.kind().equals("cases.ending.DECLINED"))
            .findFirst()
            .orElseThrow();
    assertThat(ending.facts()).containsEntry("how", "TEXT");
    walk.awaitState(about.id(), State.CLOSED);
  }

  /**
   * Who said it is kept; and nothing that the roster brings offers visits again before the time.
   */
  @Test
  void shouldLeaveAFamilyInPeaceAfterANoWhateverIsImported() {
    about = testCases.open();
    walk.planAndAccept(about, "CALL");
    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "NO"));
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.timeline(about.id()))
        .filteredOn(entry -> entry.kind().equals("cases.ending.DECLINED"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo(about.coordinator().id());
              assertThat(entry.facts()).containsEntry("how", "CALL");
            });
    assertThat(isServed()).isTrue();

    testCases.importWithoutPhone(about);

    assertThat(isServed()).isTrue();
    assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
    jdbc.sql("update cases.family_case set closed_at = closed_at - interval '2 years' where id = ?")
        .param(about.id().value())
        .update();
    assertThat(isServed()).isFalse();
  }

  private boolean isServed() {
    return served.served(cases.get(about.id()).district()).contains(about.family());
  }

  private Opened invited() {
    Opened opened = testCases.open();
    walk.planAndAccept(opened, "TEXT");
    walk.awaitInvitation(opened);
    return opened;
  }

  private List<String> kinds() {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }

  private int requested(String purpose) {
    return count("select count(*) from messaging.intent where purpose = '" + purpose + "' and");
  }

  private int planned() {
    return count("select count(*) from visits.appointment where state = 'PLANNED' and");
  }

  private int textsToTheFamilyThatMayStillLeave() {
    return count(
        "select count(*) from messaging.intent where state = 'WAITING'"
            + " and family is not null and purpose <> 'cases.goodbye' and");
  }

  private int openQuestions() {
    return count(
        "select count(*) from messaging.question where state = 'OPEN' and kind = 'INVITATION' and");
  }

  private int count(String sql) {
    return jdbc.sql(sql + " case_id = ?").param(about.id().value()).query(Integer.class).single();
  }
}
