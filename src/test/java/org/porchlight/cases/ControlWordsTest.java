package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.TextsToSettle;
import org.porchlight.roster.Families;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words by which families steer, at the places where cases wait, on the real broker. */
@PorchlightTest
class ControlWordsTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired TextsToSettle unsettled;
  @Autowired Families families;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldAnswerWhileTheFamilyIsAsked() {
    Opened about = invited();

    write(about, "¿Quién?", "visits.whoComes");
    assertThat(last(about)).contains("Ana (docente)").contains("Todavía no hay fecha");
    write(about, "MÁS", "cases.otherWays");
    walk.awaitInvitation(about); // still open

    write(about, "Pausa por favor", "cases.pauseReceipt");
    walk.awaitPlace(about.id(), "event_PauseOver");
    LocalDate until = time.now().atZone(ZONE).toLocalDate().plusDays(28);
    assertThat(last(about)).contains(until.getDayOfMonth() + " de");
    assertThat(walk.dueAt(about, "event_PauseOver").atZone(ZONE).toLocalDate())
        .isAfterOrEqualTo(until);

    // in the break
    write(about, "QUIÉN VIENE", "visits.whoComes", 2);
    write(about, "LLAMAR", "cases.callComing");
    walk.awaitTask(about.id(), "userTask_CallBack");
    walk.leave(about);
  }

  @Test
  void shouldAnswerAfterAVisitWasAgreedOn() {
    Opened about = invited();
    phones.write(phone(about), "sí");
    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(4);
    walk.agree(about, day);
    awaitSent(about, "visits.visitConfirmed", 1);

    write(about, "quién viene", "visits.whoComes");
    assertThat(last(about)).contains("Ana (docente)").contains(day.getDayOfMonth() + " de");
    write(about, "Después", "cases.laterReceipt");
    walk.awaitTask(about.id(), "userTask_CallBack");
    assertThat(cases.get(about.id()).live()).isTrue();

    write(about, "SIN VISITA", "visits.offReceipt");
    walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(cases.get(about.id()).live()).isTrue();

    // nothing is planned now: it is the family's no
    write(about, "sin visita", "cases.goodbye");
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
  }

  @Test
  void shouldAnswerAFamilyThatWantsCallsOnly() {
    Opened about = invited();
    walk.familyAnswers(about, Answer.CALLS_ONLY);
    walk.awaitPlace(about.id(), "event_FollowUpDayReached");
    awaitSent(about, "cases.callsOnlyReceipt", 1);

    write(about, "quién viene", "visits.nobodyComes");
    assertThat(last(about)).doesNotContain("Ana").contains("LLAMAR");
    write(about, "LLAMAR", "cases.callComing");
    walk.awaitTask(about.id(), "userTask_CallBack");
    walk.leave(about);
  }

  @Test
  void shouldAnswerAfterTheEnd() {
    Opened about = invited();
    write(about, "no vengan", "cases.goodbye");
    walk.awaitState(about.id(), State.CLOSED);

    write(about, "quién", "visits.nobodyComes");
    write(about, "más", "messaging.helpReceipt");
    write(about, "pausa", "cases.goodbye", 2);
    write(about, "llamar", "cases.callComing");

    assertThat(unsettled.open(cases.get(about.id()).district()))
        .singleElement()
        .matches(item -> item.kind() == TextsToSettle.Kind.UNCLEAR)
        .matches(item -> item.family().equals(about.family()));
    assertThat(sent(about)).hasSize(6);
  }

  private Opened invited() {
    correspondence.openWindow();
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.awaitInvitation(about);
    awaitSent(about, "cases.invitation", 1);
    return about;
  }

  private void write(Opened about, String words, String receipt) {
    write(about, words, receipt, 1);
  }

  /** Each word has exactly one receipt. */
  private void write(Opened about, String words, String receipt, int times) {
    int before = sent(about).size();
    phones.write(phone(about), words);
    awaitSent(about, receipt, times);
    assertThat(sent(about)).hasSize(before + 1);
  }

  private void awaitSent(Opened about, String purpose, int times) {
    await(purpose)
        .atMost(CaseWalk.PATIENCE)
        .until(() -> sent(about).stream().filter(purpose::equals).count() == times);
  }

  private List<String> sent(Opened about) {
    return jdbc.sql("select purpose from messaging.intent where family = ? and state = 'SENT'")
        .param(about.family().value())
        .query(String.class)
        .list();
  }

  private String last(Opened about) {
    return phones.texts(phone(about)).getLast();
  }

  private PhoneNumber phone(Opened about) {
    return families
        .find(about.family())
        .orElseThrow()
        .contacts()
        .getFirst()
        .textable()
        .orElseThrow();
  }
}
