package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.OptedOut;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.GuardianId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way in which a family, visitors and staff can answer, on the real broker. */
@PorchlightTest
class FamilyCaseAnswersTest {

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired StaffRecords staff;
  @Autowired CaseContacts contacts;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldEndAtOnceWhenTheFamilyTextsNo() {
    // given
    Opened about = invited();

    // when
    walk.familyAnswers(about, Answer.NO);

    // then
    assertThat(cases.get(about.id()).state()).isNotIn(State.STARTING, State.OPEN);
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
    assertThat(kinds(about)).contains("cases.ending.DECLINED", "cases.closed");
    assertThat(requested(about, "cases.goodbye")).isEqualTo(1);
  }

  @Test
  void shouldAskAPersonWhereTheNumberIsGoneMeanwhile() {
    Opened about = testCases.open();
    walk.plan(about, "TEXT");
    testCases.importWithoutPhone(about);

    walk.visitorsAnswer(about, Answer.YES, Answer.YES);

    walk.awaitTask(about.id(), "userTask_ContactFamily");
    assertThat(kinds(about)).contains("cases.textNotPossible");
    assertThat(requested(about, "cases.invitation")).isZero();
  }

  @Test
  void shouldAgreeOnATimeAfterAYes() {
    Opened about = invited();
    assertThat(requested(about, "cases.invitation")).isEqualTo(1);

    walk.familyAnswers(about, Answer.YES);

    walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(cases.get(about.id()).familyAgreed()).isTrue();
    assertThat(requested(about, "cases.yesReceipt")).isEqualTo(1);
  }

  @Test
  void shouldEndWhenStaffLearnThatTheFamilyLeft() {
    Opened about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    staff.record(
        about.id(),
        StaffRecords.What.FAMILY_LEFT,
        UUID.randomUUID(),
        about.coordinator().id(),
        clock.instant());

    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.LEFT);
    assertThat(requested(about, "cases.goodbye")).isZero();
  }

  @Test
  void shouldChooseTheNextBestWhenAVisitorDeclines() {
    Opened about = testCases.open();
    walk.plan(about, "TEXT");

    walk.visitorsAnswer(about, Answer.YES, Answer.NO);

    walk.awaitTask(about.id(), "userTask_ChooseVisitors");
  }

  @Test
  void shouldRepairAMissingContactBeforePlanning() {
    Opened about = testCases.openWithoutPhone();
    walk.complete(about, "userTask_RepairContact", Map.of("result", "NEITHER"));
    walk.planAndAccept(about, "LETTER");

    walk.complete(about, "userTask_ContactFamily", Map.of("how", "LETTER", "answer", "NO"));

    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
    assertThat(requested(about, "cases.goodbye")).isZero();
  }

  @Test
  void shouldCallWhenTheFamilyWantsACall() {
    Opened about = invited();
    walk.familyAnswers(about, Answer.CALL_ME);

    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "YES"));

    walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(cases.get(about.id()).familyAgreed()).isTrue();
    assertThat(requested(about, "cases.callComing")).isEqualTo(1);
  }

  @Test
  void shouldWaitWhenTheFamilySaysLater() {
    Opened about = invited();
    walk.familyAnswers(about, Answer.LATER);

    walk.awaitPlace(about.id(), "event_LaterDayReached");
    assertThat(requested(about, "cases.laterReceipt")).isEqualTo(1);
  }

  @Test
  void shouldTryAgainLaterWhenNobodyWasReached() {
    Opened about = invited();
    walk.familyAnswers(about, Answer.CALL_ME);

    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "NOT_REACHED"));

    walk.awaitPlace(about.id(), "event_LaterDayReached");
  }

  @Test
  void shouldFindAWorkingNumberAndInviteAgain() {
    Opened about = invited();
    UUID first = walk.awaitInvitation(about);
    String mended = TestCases.phone();

    // when
    testCases.publish(failed(about, "cases.invitation", MessageFailed.Reason.BAD_NUMBER));
    walk.complete(
        about,
        "userTask_RepairPhone",
        Map.of("result", "PHONE", "phone", mended, "textable", true));

    // then
    await().atMost(CaseWalk.PATIENCE).until(() -> !walk.awaitInvitation(about).equals(first));
    assertThat(contacts.textTo(about.id()).orElseThrow().phone().e164()).isEqualTo(mended);
  }

  @Test
  void shouldCallAFamilyThatWantsNoMoreTexts() {
    Opened about = invited();
    testCases.publish(new OptedOut(about.family(), "TEXT", clock.instant()));
    walk.awaitTask(about.id(), "userTask_ContactFamily");
    assertThat(kinds(about)).contains("cases.optedOut");
  }

  @Test
  void shouldCallBackBesideTheMainPath() {
    // given a case that waits for its plan
    Opened about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    // when the family writes
    testCases.publish(
        new FamilyTexted(about.family(), Answer.CALL_ME, UUID.randomUUID(), clock.instant()));
    walk.complete(about, "userTask_CallBack", Map.of("outcome", "TALKED"));

    // then the main path stands where it stood
    await().atMost(CaseWalk.PATIENCE).until(() -> kinds(about).contains("cases.calledBack.TALKED"));
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    // and a no in a call ends everything
    testCases.publish(new FamilyTexted(about.family(), null, UUID.randomUUID(), clock.instant()));
    walk.complete(about, "userTask_CallBack", Map.of("outcome", "NO"));
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
  }

  private Opened invited() {
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.awaitInvitation(about);
    return about;
  }

  private MessageFailed failed(Opened about, String purpose, MessageFailed.Reason reason) {
    GuardianId guardian = contacts.textTo(about.id()).orElseThrow().guardian();
    return new MessageFailed(
        UUID.randomUUID(),
        about.id(),
        new Recipient.OfFamily(about.family(), guardian),
        purpose,
        reason);
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }

  private int requested(Opened about, String purpose) {
    return jdbc.sql("select count(*) from messaging.intent where case_id = ? and purpose = ?")
        .params(about.id().value(), purpose)
        .query(Integer.class)
        .single();
  }
}
