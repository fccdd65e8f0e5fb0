package org.porchlight.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families and visitors write with the program, over the simulator's HTTP. */
@PorchlightTest
class ConversationTest {

  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired Messages messages;
  @Autowired OptOuts optOuts;
  @Autowired HeardEvents events;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
  }

  @Test
  void shouldInviteAFamilyInItsLanguageOnceAndSayHowToStop() {
    Person family = correspondence.guardian("es-US");

    UUID first = correspondence.invite(family, "test.invitation", "1");
    UUID second = correspondence.invite(family, "test.invitation", "1");

    assertThat(second).isEqualTo(first);
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));
    assertThat(phones.texts(family.phone()).getFirst())
        .startsWith("Hola de Brookfield Family Visits (Elm Street School).")
        .endsWith("Responda STOP para no recibir más mensajes.");
    await()
        .untilAsserted(
            () ->
                assertThat(messages.thread(family.family()))
                    .singleElement()
                    .satisfies(
                        entry -> {
                          assertThat(entry.state()).isEqualTo(ThreadEntry.State.DELIVERED);
                          assertThat(entry.language()).isEqualTo("es-US");
                        }));
  }

  @Test
  void shouldRepeatTheWayToStopOnlyOnceAMonth() {
    Person family = correspondence.guardian("ht");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    correspondence.invite(family, "test.invitation", "2");

    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(2));
    assertThat(phones.texts(family.phone()).get(1)).doesNotContain("STOP");
  }

  @Test
  void shouldRefuseALanguageWithoutTranslation() {
    Person family = correspondence.guardian("so");

    assertThatThrownBy(() -> correspondence.invite(family, "test.invitation", "1"))
        .isInstanceOf(NoTranslation.class);
    assertThat(messages.speaks("cases.invitation", "so")).isFalse();
  }

  @Test
  void shouldRefuseAPurposeThatNobodyAnswersFor() {
    Person family = correspondence.guardian("en");

    assertThatThrownBy(() -> correspondence.invite(family, "nobody.knows", "1"))
        .hasMessageContaining("StillWanted");
  }

  @Test
  void shouldTakeTheFirstAnswerOfAnOpenQuestion() {
    Person family = correspondence.guardian("ar");
    UUID question = correspondence.ask(family, Question.Kind.INVITATION);

    phones.fault(family.phone(), "DUPLICATE_INBOUND", 0, 0, 1);
    phones.write(family.phone(), "نعم");
    await().untilAsserted(() -> assertThat(answers(question)).hasSize(1));
    phones.write(family.phone(), "لا");

    await().untilAsserted(() -> assertThat(texted(family)).hasSize(1));
    assertThat(answers(question))
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.answer()).isEqualTo(Answer.YES);
              assertThat(answered.caseId()).isEqualTo(family.caseId());
            });
    assertThat(texted(family).getFirst().answer()).isEqualTo(Answer.NO);
  }

  @Test
  void shouldTakeANumberForTheWishThatTheInvitationListsUnderIt() {
    Person family = correspondence.guardian("ar");
    UUID question = correspondence.ask(family, Question.Kind.INVITATION);

    phones.write(family.phone(), "٢");

    await().untilAsserted(() -> assertThat(answers(question)).hasSize(1));
    assertThat(answers(question).getFirst().answer()).isEqualTo(Answer.ELSEWHERE);
  }

  @Test
  void shouldLeaveAWishThatAnswersAnOfferOfTimesToAPerson() {
    Person family = correspondence.guardian("en");
    UUID question = correspondence.ask(family, Question.Kind.TIME_OFFER);

    phones.write(family.phone(), "calls only");

    await().untilAsserted(() -> assertThat(texted(family)).hasSize(1));
    assertThat(texted(family).getFirst().answer()).isEqualTo(Answer.CALLS_ONLY);
    assertThat(answers(question)).isEmpty();
  }

  @Test
  void shouldLeaveAPhoneAloneThatIsNotTheFamilys() {
    Person family = correspondence.guardian("es");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));
    UUID question = correspondence.ask(family, Question.Kind.INVITATION);

    phones.write(family.phone(), "Número equivocado");

    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(2));
    assertThat(phones.texts(family.phone()).getLast()).contains("No escribiremos más");
    assertThat(answers(question).getFirst().answer()).isEqualTo(Answer.WRONG_NUMBER);
    UUID late = correspondence.invite(family, "test.invitation", "2");
    await().untilAsserted(() -> assertThat(failures(late)).hasSize(1));
    assertThat(failures(late).getFirst().reason()).isEqualTo(MessageFailed.Reason.BAD_NUMBER);
    assertThat(phones.texts(family.phone())).hasSize(2);
    assertThat(optOuts.optedOut(family.phone())).isFalse();
  }

  @Test
  void shouldKeepWhatItDoesNotUnderstandForAPerson() {
    Person family = correspondence.guardian("es");
    UUID question = correspondence.ask(family, Question.Kind.INVITATION);

    phones.write(family.phone(), "¿Quién viene? Vivo en la planta baja");

    await().untilAsserted(() -> assertThat(texted(family)).hasSize(1));
    assertThat(texted(family).getFirst().answer()).isNull();
    assertThat(answers(question)).isEmpty();
    assertThat(messages.thread(family.family())).singleElement().matches(ThreadEntry::inbound);
  }

  @Test
  void shouldLetAVisitorAcceptOrDecline() {
    Person visitor = correspondence.visitor();
    UUID question = correspondence.ask(visitor, Question.Kind.VISIT_ASSIGNMENT);

    phones.write(visitor.phone(), "later");
    phones.write(visitor.phone(), "No, thanks");

    await().untilAsserted(() -> assertThat(answers(question)).hasSize(1));
    assertThat(answers(question).getFirst().answer()).isEqualTo(Answer.NO);
  }

  @Test
  void shouldAskWhichOfSeveralQuestionsABareAnswerMeans() {
    Person visitor = correspondence.visitor();
    correspondence.request(
        visitor,
        "test.nudge",
        "1",
        "visits.logNudge",
        Map.of("link", "https://porchlight.example/visits"),
        Duration.ofDays(1));
    UUID first = correspondence.askAbout(visitor, Question.Kind.VISIT_ASSIGNMENT, "Jo");
    UUID second = correspondence.askAbout(visitor, Question.Kind.VISIT_ASSIGNMENT, "Ana");
    await().untilAsserted(() -> assertThat(phones.texts(visitor.phone())).hasSize(1));

    phones.write(visitor.phone(), "yes");

    await().untilAsserted(() -> assertThat(phones.texts(visitor.phone())).hasSize(2));
    assertThat(phones.texts(visitor.phone()).get(1))
        .contains("1: Jo; 2: Ana")
        .contains("for example 1 YES");
    assertThat(answers(first)).isEmpty();
    assertThat(answers(second)).isEmpty();

    phones.write(visitor.phone(), "2 yes");
    await().untilAsserted(() -> assertThat(answers(second)).hasSize(1));
    assertThat(answers(second).getFirst().answer()).isEqualTo(Answer.YES);
    assertThat(answers(first)).isEmpty();

    phones.write(visitor.phone(), "No");
    await().untilAsserted(() -> assertThat(answers(first)).hasSize(1));
    assertThat(answers(first).getFirst().answer()).isEqualTo(Answer.NO);
    assertThat(phones.texts(visitor.phone())).hasSize(2);
  }

  @Test
  void shouldTakeABareAnswerForTheNewestQuestionOfOneCase() {
    Person family = correspondence.guardian("es");
    UUID earlier = correspondence.ask(family, Question.Kind.INVITATION);
    UUID newest = correspondence.ask(family, Question.Kind.INVITATION);

    phones.write(family.phone(), "sí");

    await().untilAsserted(() -> assertThat(answers(newest)).hasSize(1));
    assertThat(answers(earlier)).isEmpty();
  }

  @Test
  void shouldNotGiveTheNumberOfAnAnsweredQuestionAgain() {
    Person visitor = correspondence.visitor();
    UUID first = correspondence.ask(visitor, Question.Kind.VISIT_ASSIGNMENT);
    phones.write(visitor.phone(), "1 yes");
    await().untilAsserted(() -> assertThat(answers(first)).hasSize(1));
    UUID second = correspondence.ask(visitor, Question.Kind.VISIT_ASSIGNMENT);

    phones.write(visitor.phone(), "1 no");
    phones.write(visitor.phone(), "2 yes");

    await().untilAsserted(() -> assertThat(answers(second)).hasSize(1));
    assertThat(answers(second).getFirst().answer()).isEqualTo(Answer.YES);
  }

  @Test
  void shouldStopAtOnceInAnyLanguageAndConfirmOnce() {
    Person family = correspondence.guardian("es");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    phones.write(family.phone(), "¡Parar!");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(2));
    assertThat(phones.texts(family.phone()).get(1)).contains("no recibirá más mensajes");
    phones.write(family.phone(), "sí");
    UUID late = correspondence.invite(family, "test.invitation", "2");

    await().untilAsserted(() -> assertThat(failures(late)).hasSize(1));
    assertThat(failures(late).getFirst().reason()).isEqualTo(MessageFailed.Reason.OPTED_OUT);
    assertThat(phones.texts(family.phone())).hasSize(2);
    assertThat(events.of(OptedOut.class))
        .filteredOn(event -> family.family().equals(event.family()))
        .singleElement()
        .matches(event -> event.source().equals("text"));

    phones.write(family.phone(), "START");
    await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isFalse());
    correspondence.invite(family, "test.invitation", "3");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(3));
  }

  @Test
  void shouldHonourAStopBehindATextThatCannotBeWorkedOn() throws Exception {
    Person family = correspondence.guardian("es");
    correspondence.ask(family, Question.Kind.INVITATION);
    try (AutoCloseable failing = events.failFor(family.family())) {
      phones.write(family.phone(), "¿Quién viene?");
      phones.write(family.phone(), "PARAR");

      await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isTrue());
      assertThat(texted(family)).isEmpty();
    }
  }

  @Test
  void shouldLeaveTheConfirmationOfItsOwnWordsToTheProvider() {
    Person family = correspondence.guardian("pt");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    phones.write(family.phone(), "STOP");

    await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isTrue());
    assertThat(phones.texts(family.phone())).hasSize(1);
  }

  @Test
  void shouldHonourAnOptOutThatOnlyTheProviderKnows() {
    Person family = correspondence.guardian("en");
    phones.fault(family.phone(), "REJECT", 21610, 0, 1);

    UUID id = correspondence.invite(family, "test.invitation", "1");

    await().untilAsserted(() -> assertThat(failures(id)).hasSize(1));
    await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isTrue());
    assertThat(events.of(OptedOut.class))
        .filteredOn(event -> family.family().equals(event.family()))
        .singleElement()
        .matches(event -> event.source().equals("provider"));
  }

  @Test
  void shouldNotLiftAStopByAYesThoughTheProviderDoes() {
    Person family = correspondence.guardian("en");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));
    phones.write(family.phone(), "STOP");
    await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isTrue());

    inbound(family, "YES", "START");

    await().untilAsserted(() -> assertThat(messages.thread(family.family())).hasSize(3));
    await().untilAsserted(() -> assertThat(texted(family)).hasSize(1));
    assertThat(texted(family).getFirst().answer()).isEqualTo(Answer.YES);
    assertThat(optOuts.optedOut(family.phone())).isTrue();

    optOuts.recordConsent(
        family.phone(),
        new OptOuts.Told(new UserId(UUID.randomUUID()), OptOuts.How.BY_PHONE, null));
    assertThat(optOuts.optedOut(family.phone())).isFalse();
    assertThat(optOuts.log(Set.of(family.phone())))
        .extracting(OptOuts.Change::source)
        .containsExactly(OptOuts.Source.CONSENT, OptOuts.Source.TEXT);
  }

  @Test
  void shouldTakeTheProvidersWordForAStopInWordsThatWeDoNotKnow() {
    Person family = correspondence.guardian("en");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    inbound(family, "zaustavi", "STOP");

    await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isTrue());
    assertThat(phones.texts(family.phone())).hasSize(1);
  }

  @Test
  void shouldStopAtAPhraseAndLeaveWhatMayBeOneToAPerson() {
    Person family = correspondence.guardian("en");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    phones.write(family.phone(), "Why do you not stop texting me");
    await().untilAsserted(() -> assertThat(texted(family)).hasSize(1));
    assertThat(texted(family).getFirst().answer()).isEqualTo(Answer.MAYBE_STOP);
    assertThat(optOuts.optedOut(family.phone())).isFalse();

    phones.write(family.phone(), "Please stop texting me");
    await().untilAsserted(() -> assertThat(optOuts.optedOut(family.phone())).isTrue());
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(2));
    assertThat(phones.texts(family.phone()).getLast()).contains("no more texts");
  }

  private void inbound(Person from, String body, String optOutType) {
    jdbc.sql(
            """
            insert into messaging.inbound (id, sid, phone, body, media_count, opt_out_type, received_at)
            values (?, ?, ?, ?, 0, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            "SM" + UUID.randomUUID(),
            from.phone().e164(),
            body,
            optOutType,
            java.sql.Timestamp.from(clock.instant()))
        .update();
  }

  @Test
  void shouldRecordAnOptOutThatWasSpoken() {
    Person family = correspondence.guardian("en");

    optOuts.recordSpoken(
        family.phone(), new OptOuts.Told(new UserId(UUID.randomUUID()), null, null));
    UUID id = correspondence.invite(family, "test.invitation", "1");

    await().untilAsserted(() -> assertThat(failures(id)).hasSize(1));
    assertThat(phones.texts(family.phone())).isEmpty();
  }

  @Test
  void shouldAnswerACallForHelp() {
    Person family = correspondence.guardian("ht");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    phones.write(family.phone(), "èd");

    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(2));
    assertThat(phones.texts(family.phone()).get(1)).contains("STOP");
  }

  @Test
  void shouldSkipATextWhoseReasonHasGoneAndOneThatWasWithdrawn() {
    Person family = correspondence.guardian("en");
    UUID gone = correspondence.invite(family, "test.gone", "1");

    await()
        .untilAsserted(
            () ->
                assertThat(messages.thread(family.family()).getFirst().state())
                    .isEqualTo(ThreadEntry.State.NOT_SENT));
    assertThat(failures(gone)).isEmpty();
    assertThat(phones.texts(family.phone())).isEmpty();
    messages.withdraw(family.caseId(), Set.of());
  }

  /** Even what was agreed on: a fault of ours must not flood a phone. */
  @Test
  void shouldBlowTheFuseOnAPhoneThatGetsTooMuch() {
    Person family = correspondence.guardian("en");
    for (int i = 0; i < 8; i++) {
      callOff(family, "f" + i);
    }
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(8));

    UUID ninth = callOff(family, "f8");

    await().untilAsserted(() -> assertThat(failures(ninth)).hasSize(1));
    assertThat(phones.texts(family.phone())).hasSize(8);
  }

  @Test
  void shouldHoldBackWhatNobodyAskedForBeyondTheBudget() {
    Person family = correspondence.guardian("en");
    for (int i = 0; i < 6; i++) {
      correspondence.invite(family, "test.invitation", "b" + i);
    }
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(6));

    UUID seventh = correspondence.invite(family, "test.invitation", "b6");

    await().untilAsserted(() -> assertThat(failures(seventh)).hasSize(1));
    assertThat(failures(seventh).getFirst().reason()).isEqualTo(MessageFailed.Reason.OVER_BUDGET);
    assertThat(phones.texts(family.phone())).hasSize(6);
  }

  private UUID callOff(Person family, String occurrence) {
    return correspondence.request(
        family,
        "test.off",
        occurrence,
        "visits.visitOff",
        Map.of("when", Instant.parse("2026-12-01T20:00:00Z"), "name1", "Ana", "name2", "Jo"),
        Duration.ofDays(1));
  }

  @Test
  void shouldSayThatATextCannotArriveAnyMore() {
    Person family = correspondence.guardian("en");
    phones.fault(family.phone(), "UNDELIVERED", 30006, 0, 1);

    UUID id = correspondence.invite(family, "test.invitation", "1");

    await().untilAsserted(() -> assertThat(failures(id)).hasSize(1));
    assertThat(failures(id).getFirst().reason()).isEqualTo(MessageFailed.Reason.NOT_TEXTABLE);
  }

  @Test
  void shouldExpireRatherThanComeTooLate() {
    Person family = correspondence.guardian("en");

    UUID id =
        correspondence.request(
            family, "test.short", "1", "cases.laterReceipt", Map.of(), Duration.ofSeconds(30));

    await().untilAsserted(() -> assertThat(failures(id)).hasSize(1));
    assertThat(failures(id).getFirst().reason()).isEqualTo(MessageFailed.Reason.EXPIRED);
  }

  private java.util.List<QuestionAnswered> answers(UUID question) {
    return events.of(QuestionAnswered.class).stream()
        .filter(event -> event.question().equals(question))
        .toList();
  }

  private java.util.List<FamilyTexted> texted(Person family) {
    return events.of(FamilyTexted.class).stream()
        .filter(event -> event.family().equals(family.family()))
        .toList();
  }

  private java.util.List<MessageFailed> failures(UUID message) {
    return events.of(MessageFailed.class).stream()
        .filter(event -> event.message().equals(message))
        .toList();
  }
}
