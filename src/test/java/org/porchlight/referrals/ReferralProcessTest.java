package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.LoopOutcome;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way in which {@code referral} goes. */
@PorchlightTest
class ReferralProcessTest {

  @Autowired HelpWalk walk;
  @Autowired CaseWalk cases;
  @Autowired TestCases testCases;
  @Autowired Barriers barriers;
  @Autowired Referrals referrals;
  @Autowired ProcessClock time;
  @Autowired TransactionTemplate transactions;

  private final List<Told> all = new ArrayList<>();

  @AfterEach
  void leave() {
    all.forEach(told -> cases.leave(told.about()));
  }

  private Told tell(BarrierCode code) {
    return keep(walk.tell(code));
  }

  private Told keep(Told told) {
    all.add(told);
    return told;
  }

  @Test
  void shouldResolveABarrierWhenThePartnerHelpedAndTheFamilySaysSo() {
    Told told = tell(BarrierCode.B_FOOD);
    time.advanceBy(Duration.ofHours(3));
    walk.send(told);
    assertThat(walk.referral(told).status()).isEqualTo(ReferralStatus.REQUESTED);
    time.advanceBy(Duration.ofHours(5));
    walk.partnerSays(told, PartnerAnswer.ACCEPTED);
    time.advanceBy(Duration.ofHours(20));
    walk.partnerSays(told, PartnerAnswer.PROGRESS);
    walk.partnerSays(told, PartnerAnswer.DONE);
    walk.awaitQuestion(told);
    time.advanceBy(Duration.ofHours(2));
    walk.familyAnswers(told, Answer.YES);

    walk.awaitEnd(told, End.RESOLVED);
    assertThat(walk.referral(told).outcome()).isEqualTo(LoopOutcome.NEED_MET);
    walk.write(told, "barrier-it-helped.md", "From the telling to “it helped”");
  }

  @Test
  void shouldLetTheSchoolActAndLookOnWhereThatDidNotHelp() {
    Told told = tell(BarrierCode.B_BUS_MISSED);
    walk.act(told, "DONE");
    walk.familyAnswers(told, Answer.THIRD);
    walk.choose(told, "GIVEN");

    walk.awaitEnd(told, End.HELPED_AT_ONCE);
  }

  @Test
  void shouldFindSomethingElseWhereTheSchoolCannotAct() {
    Told told = tell(BarrierCode.N_BULLYING);
    walk.act(told, "CANNOT");
    walk.choose(told, "ACTION");
    walk.act(told, "DONE");
    walk.familyAnswers(told, Answer.CALL_ME);
    walk.call(told, "PARTLY");
    walk.choose(told, "NOT_NEEDED");

    walk.awaitEnd(told, End.NOT_NEEDED);
  }

  @Test
  void shouldAskAFamilyThatGoesThereItselfAndCallWhereItStaysSilent() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.choose(told, "CARRIES");
    time.advanceTo(walk.timer(told, "event_FamilyHadTime").plusSeconds(1));
    walk.awaitQuestion(told);
    time.advanceTo(walk.timer(told, "event_FamilySilent").plusSeconds(1));
    walk.awaitTask(told, "userTask_AskByPhone");

    walk.familyAnswers(told, Answer.YES);

    walk.awaitEnd(told, End.RESOLVED);
    assertThat(walk.referral(told).outcome()).isEqualTo(LoopOutcome.NEED_MET);
    assertThat(walk.passed(told)).contains("event_AnsweredAfterAll");
  }

  /** Asked in the evening, and as if others had then gone first. */
  @Test
  void shouldGiveTheFamilyItsWholeTimeFromWhenTheTextLeft() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.choose(told, "CARRIES");
    time.advanceTo(walk.timer(told, "event_FamilyHadTime").minusSeconds(1));
    time.advanceBy(HelpWalk.toEvening(time.now()));
    UUID question = walk.awaitQuestion(told);
    Instant due = walk.timer(told, "event_FamilySilent");
    time.advanceTo(due.minus(Duration.ofHours(2)));
    walk.leftAt(question, due.minus(Duration.ofHours(30)));

    time.advanceTo(due.plusSeconds(1));

    walk.awaitPlace(told, "gateway_AwaitWord");
    Instant whole = walk.timer(told, "event_FamilySilent");
    assertThat(whole).isAfter(due);
    assertThat(walk.tasks(told, "userTask_AskByPhone")).isEmpty();
    assertThat(walk.barrier(told).due()).isAfter(whole);
    time.advanceTo(whole.plusSeconds(1));
    walk.call(told, "YES");

    walk.awaitEnd(told, End.RESOLVED);
  }

  @Test
  void shouldCallWhereNoTextIsPossibleAndLookOnWhereNobodyIsReached() {
    Told told = keep(walk.tellWithoutPhone(BarrierCode.B_FOOD));
    walk.choose(told, "ASK");
    walk.call(told, "NOT_REACHED");
    walk.choose(told, "ASK");
    walk.call(told, "YES");

    walk.awaitEnd(told, End.RESOLVED);
  }

  @Test
  void shouldShareNothingWithoutConsent() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.choose(told, "RESOURCE");
    walk.consent(told, "REFUSED");
    walk.choose(told, "RESOURCE");
    walk.consent(told, "CARRIES");

    walk.awaitPlace(told, "event_FamilyHadTime");
    assertThat(referrals.of(told.barrier()))
        .extracting(each -> each.status())
        .containsExactly(ReferralStatus.CANCELLED, ReferralStatus.CANCELLED, ReferralStatus.DRAFT);
  }

  @Test
  void shouldLetAPersonLookWhereThePartnerIsSilentAndWaitOnIfTheyWish() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.send(told);
    time.advanceTo(walk.timer(told, "event_PartnerSilent").plusSeconds(1));
    walk.choose(told, "WAIT");
    walk.awaitPlace(told, "gateway_AwaitPartner");
    walk.partnerSays(told, PartnerAnswer.WAIT_LISTED);
    walk.partnerSays(told, PartnerAnswer.REJECTED);
    walk.choose(told, "GIVEN");

    walk.awaitEnd(told, End.HELPED_AT_ONCE);
  }

  @Test
  void shouldChooseAgainWhereNothingCanBeSent() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.complete(
        told,
        "userTask_ChooseHelp",
        Map.of("choice", "RESOURCE", "resource", told.deaf().toString()));
    walk.consentOf(told);

    walk.awaitTask(told, "userTask_ChooseHelp");
    assertThat(walk.passed(told)).contains("end_NotSent");
  }

  /** What the directory has for an address is none: no mail server will ever take it. */
  @Test
  void shouldChooseAgainAtOnceWhereTheLinkCannotBeDelivered() {
    Told told = tell(BarrierCode.B_FOOD);
    UUID nowhere = walk.resource(told, "Pier Pantry", "pantry..pier@harbor.example");
    walk.complete(
        told, "userTask_ChooseHelp", Map.of("choice", "RESOURCE", "resource", nowhere.toString()));
    walk.consentOf(told);

    walk.awaitTask(told, "userTask_ChooseHelp");
    assertThat(walk.passed(told)).contains("task_HearPartner");
    assertThat(walk.referral(told).cancelReason()).isEqualTo(CancelReason.NOT_SENT);
  }

  @Test
  void shouldCloseThePartnersAccessAtOnceWhenConsentIsWithdrawn() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.send(told);

    referrals.cancel(walk.referral(told).id(), CancelReason.CONSENT_WITHDRAWN, null, time.now());

    walk.awaitTask(told, "userTask_ChooseHelp");
    assertThat(walk.referral(told).status()).isEqualTo(ReferralStatus.CANCELLED);
  }

  @Test
  void shouldEndWithTheBarrier() {
    Told told = tell(BarrierCode.B_FOOD);
    walk.send(told);

    cases.leave(told.about());

    walk.awaitEnd(told, End.FAMILY_LEFT);
    assertThat(walk.referral(told).cancelReason()).isEqualTo(CancelReason.CASE_ENDED);
  }

  @Test
  void shouldNotBeginWhereTheBarrierHasEndedMeanwhile() {
    Opened about = testCases.open();
    UUID barrier =
        transactions.execute(
            status -> {
              UUID id = barriers.tell(walk.telling(about, BarrierCode.B_UTILITIES));
              barriers.end(id, End.TOLD_BY_MISTAKE, null, time.now(), null);
              return id;
            });
    Told told = keep(walk.of(about, barrier));

    walk.awaitProcessEnd(told);
    assertThat(walk.passed(told)).contains("end_EndedBefore");
  }

  @Test
  void shouldGoUpUntilSomebodyCloses() {
    Told told = tell(BarrierCode.B_FOOD);
    time.advanceTo(walk.due(told, "userTask_ChooseHelp").plusSeconds(1));
    walk.awaitTask(told, "userTask_StepIn");
    assertThat(walk.barrier(told).level()).isEqualTo(1);
    assertThat(walk.groups(told, "userTask_StepIn")).containsExactly(told.view().team().text());
    for (int level = 2; level <= 4; level++) {
      Instant due = walk.due(told, "userTask_StepIn");
      assertThat(walk.barrier(told).due()).isEqualTo(due);
      time.advanceTo(due.plusSeconds(1));
      walk.awaitLevel(told, level);
    }
    assertThat(walk.barrier(told).owner())
        .isEqualTo(OwnerGroup.coordinators(told.view().district()));
    walk.awaitTask(told, "userTask_StepIn");
    assertThat(walk.groups(told, "userTask_StepIn")).hasSize(3);

    walk.stepIn(
        told, Map.of("decision", "CLOSE", "reason", "NO_RESOURCE", "words", "There is no pantry"));

    walk.awaitEnd(told, End.CLOSED_BY_TEAM);
    walk.write(told, "barrier-escalated.md", "From the telling past the third escalation");
  }

  @Test
  void shouldGoBackToTheOwnerOnceItMoves() {
    Told told = stuck(BarrierCode.B_FOOD);
    walk.choose(told, "CARRIES");

    time.awaitQuiet();
    assertThat(walk.tasks(told, "userTask_StepIn")).isEmpty();
    assertThat(walk.barrier(told).level()).isZero();
    walk.awaitPlace(told, "event_WatchAgain");
  }

  @Test
  void shouldHandBackTakeOnAndDecideOnTheNextStep() {
    Told told = stuck(BarrierCode.B_FOOD);
    walk.stepIn(told, Map.of("decision", "HAND_BACK"));
    walk.awaitPlace(told, "event_WatchAgain");
    assertThat(walk.barrier(told).level()).isZero();
    assertThat(walk.barrier(told).due()).isAfter(time.now());

    stuckAgain(told);
    walk.stepIn(told, Map.of("decision", "TAKE_ON"));
    time.awaitQuiet();
    assertThat(walk.groups(told, "userTask_ChooseHelp")).contains(told.view().team().text());

    stuckAgain(told);
    walk.stepIn(told, step("RESOURCE:" + told.pantry()));
    time.advanceTo(walk.due(told, "userTask_RecordConsent").plusSeconds(1));
    walk.stepIn(told, step("ACTION:social-worker"));
    time.advanceTo(walk.due(told, "userTask_SchoolAction").plusSeconds(1));
    walk.stepIn(told, step("ASK"));
    time.advanceTo(walk.timer(told, "event_FamilySilent").plusSeconds(1));
    time.advanceTo(walk.due(told, "userTask_AskByPhone").plusSeconds(1));

    walk.call(told, "YES");

    walk.awaitEnd(told, End.RESOLVED);
    assertThat(walk.passed(told))
        .contains(
            "task_RaiseChooseHelpOverdue",
            "task_RaiseRecordConsentOverdue",
            "task_RaiseSchoolActionOverdue",
            "task_RaiseAskByPhoneOverdue");
  }

  @Test
  void shouldBringWhatCannotWaitToAPersonWithinTheHour() {
    Told told = tell(BarrierCode.B_HOMELESS);
    Instant due = walk.due(told, "userTask_ChooseHelp");

    assertThat(due).isBefore(time.now().plus(Duration.ofDays(4)));
    assertThat(walk.barrier(told).due()).isEqualTo(due);
    walk.choose(told, "GIVEN");
    walk.awaitEnd(told, End.HELPED_AT_ONCE);
  }

  private static Map<String, Object> step(String code) {
    return Map.of("decision", "NEXT_STEP", "step", code);
  }

  private Told stuck(BarrierCode code) {
    Told told = tell(code);
    stuckAgain(told);
    return told;
  }

  private void stuckAgain(Told told) {
    time.awaitQuiet();
    time.advanceTo(walk.barrier(told).due().plusSeconds(1));
    walk.awaitTask(told, "userTask_StepIn");
  }
}
