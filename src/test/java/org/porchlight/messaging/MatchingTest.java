package org.porchlight.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.UnmatchedTexts.Unmatched;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Phones that are more than one family's, or nobody's, or change hands. */
@PorchlightTest
class MatchingTest {

  private static final UserId SOMEBODY = new UserId(UUID.randomUUID());

  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired Messages messages;
  @Autowired UnmatchedTexts unmatched;
  @Autowired WrongNumbers wrongNumbers;
  @Autowired OptOuts optOuts;
  @Autowired HeardEvents events;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
  }

  @Test
  void shouldLetAPersonSayWhichOfTwoFamiliesWrote() {
    Person one = correspondence.guardian("es");
    Person other = onPhoneOf(one);
    correspondence.ask(one, Question.Kind.INVITATION);
    correspondence.ask(other, Question.Kind.INVITATION);

    phones.write(one.phone(), "No sé, mi hermana sabe");

    Unmatched text = awaitUnmatched(one.phone());
    assertThat(text.possible())
        .extracting(UnmatchedTexts.Possible::recipient)
        .containsExactlyInAnyOrder(one.recipient(), other.recipient());
    assertThat(texted(one)).isEmpty();
    assertThat(messages.thread(other.family())).isEmpty();

    assertThat(unmatched.belongsTo(text.text(), other.family(), SOMEBODY)).isTrue();

    assertThat(unmatched.belongsTo(text.text(), one.family(), SOMEBODY)).isFalse();
    assertThat(texted(other)).singleElement().matches(event -> event.answer() == null);
    assertThat(texted(one)).isEmpty();
    assertThat(messages.thread(other.family())).singleElement().matches(ThreadEntry::inbound);
  }

  @Test
  void shouldUnderstandAMatchedTextAsIfItHadComeToThatFamilyAlone() {
    Person one = correspondence.guardian("es");
    Person other = onPhoneOf(one);
    UUID first = correspondence.ask(one, Question.Kind.INVITATION);
    UUID second = correspondence.ask(other, Question.Kind.INVITATION);

    phones.write(one.phone(), "sí");

    Unmatched text = awaitUnmatched(one.phone());
    assertThat(unmatched.belongsTo(text.text(), one.family(), SOMEBODY)).isTrue();
    assertThat(answers(first)).singleElement().matches(each -> each.answer() == Answer.YES);
    assertThat(answers(second)).isEmpty();
  }

  @Test
  void shouldTakeWhatIsUnclearForTheOnlyFamilyThatIsAsked() {
    Person one = correspondence.guardian("es");
    Person other = onPhoneOf(one);
    correspondence.invite(other, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(one.phone())).hasSize(1));
    correspondence.ask(one, Question.Kind.INVITATION);

    phones.write(one.phone(), "el martes quizás");

    await().untilAsserted(() -> assertThat(texted(one)).hasSize(1));
    assertThat(texted(other)).isEmpty();
  }

  @Test
  void shouldAskBackAndForgetWhatWasThenSaidMoreClearly() {
    Person one = correspondence.guardian("es");
    Person other = onPhoneOf(one);
    correspondence.invite(one, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(one.phone())).hasSize(1));
    UUID first = correspondence.ask(one, Question.Kind.INVITATION);
    UUID second = correspondence.ask(other, Question.Kind.INVITATION);

    phones.write(one.phone(), "sí");
    awaitUnmatched(one.phone());
    await().untilAsserted(() -> assertThat(phones.texts(one.phone())).hasSize(2));
    phones.write(one.phone(), "2 sí");

    await().untilAsserted(() -> assertThat(answers(second)).hasSize(1));
    assertThat(answers(first)).isEmpty();
    // the answer is heard before its transaction ends
    await().untilAsserted(() -> assertThat(ofPhone(one.phone())).isEmpty());
  }

  @Test
  void shouldTellAVisitorFromTheGuardianWhoIsTheSamePerson() {
    Person guardian = correspondence.guardian("en");
    Person visitor =
        new Person(
            guardian.district(),
            guardian.phone(),
            new Recipient.OfStaff(new UserId(UUID.randomUUID())),
            org.porchlight.shared.CaseId.random(),
            "en");
    correspondence.ask(guardian, Question.Kind.TIME_OFFER);
    UUID asked = correspondence.ask(visitor, Question.Kind.CHECK_OUT);

    phones.write(guardian.phone(), "my son is sick today");
    Unmatched text = awaitUnmatched(guardian.phone());
    assertThat(text.possible()).hasSize(2);
    assertThat(unmatched.handled(text.text(), SOMEBODY)).isTrue();
    assertThat(ofPhone(guardian.phone())).isEmpty();

    phones.write(guardian.phone(), "out");
    await().untilAsserted(() -> assertThat(answers(asked)).hasSize(1));
    assertThat(texted(guardian)).isEmpty();
  }

  @Test
  void shouldKeepTheTextOfANumberThatNobodyKnows() {
    PhoneNumber phone = phones.number();

    phones.write(phone, "Is this the school?");

    assertThat(awaitUnmatched(phone).possible()).isEmpty();
  }

  @Test
  void shouldTellAllFamiliesOfAPhoneThatItStopped() {
    Person one = correspondence.guardian("es");
    Person other = onPhoneOf(one);
    correspondence.invite(one, "test.invitation", "1");
    correspondence.invite(other, "test.invitation", "2");
    await().untilAsserted(() -> assertThat(phones.texts(one.phone())).hasSize(2));

    phones.write(one.phone(), "PARAR");

    await().untilAsserted(() -> assertThat(optOuts.optedOut(one.phone())).isTrue());
    assertThat(events.of(OptedOut.class))
        .extracting(OptedOut::family)
        .contains(one.family(), other.family());
  }

  @Test
  void shouldFollowANumberThatChangedHands() {
    // given a number that is not the first family's any more, and another family's now
    Person before = correspondence.guardian("es");
    correspondence.invite(before, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(before.phone())).hasSize(1));
    phones.write(before.phone(), "Número equivocado");
    await().untilAsserted(() -> assertThat(phones.texts(before.phone())).hasSize(2));
    Person now = onPhoneOf(before);

    // when
    correspondence.invite(now, "test.invitation", "now");
    UUID late = correspondence.invite(before, "test.invitation", "late");

    // then only the new owner is texted, and what they write is theirs alone
    await().untilAsserted(() -> assertThat(phones.texts(before.phone())).hasSize(3));
    await()
        .untilAsserted(
            () ->
                assertThat(events.of(MessageFailed.class))
                    .anyMatch(failed -> failed.message().equals(late)));
    phones.write(before.phone(), "¿Puede ser el sábado por la tarde?");
    await().untilAsserted(() -> assertThat(texted(now)).hasSize(1));
    assertThat(ofPhone(before.phone())).isEmpty();

    // and where a person finds that it is the first family's after all, both may be meant
    wrongNumbers.correct(before.phone(), before.family());
    phones.write(before.phone(), "hola, una pregunta");
    assertThat(awaitUnmatched(before.phone()).possible()).hasSize(2);
  }

  /** A stop is the phone's: nobody knows better than its next owner, who has to say so. */
  @Test
  void shouldKeepAStopThatSomebodyElseSaidOnThePhone() {
    Person before = correspondence.guardian("en");
    correspondence.invite(before, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(before.phone())).hasSize(1));
    phones.write(before.phone(), "please stop texting me");
    await().untilAsserted(() -> assertThat(optOuts.optedOut(before.phone())).isTrue());
    wrongNumbers.report(before.phone(), before.family());
    Person now = onPhoneOf(before);

    UUID first = correspondence.invite(now, "test.invitation", "now");
    await()
        .untilAsserted(
            () ->
                assertThat(events.of(MessageFailed.class))
                    .anyMatch(
                        failed ->
                            failed.message().equals(first)
                                && failed.reason() == MessageFailed.Reason.OPTED_OUT));
    optOuts.recordConsent(
        now.phone(), new OptOuts.Told(SOMEBODY, OptOuts.How.BY_PHONE, guardian(now)));
    correspondence.invite(now, "test.invitation", "again");

    await()
        .untilAsserted(
            () -> assertThat(phones.texts(now.phone()).getLast()).startsWith("Hello from"));
    assertThat(wrongNumbers.reported(now.phone(), before.family())).isTrue();
  }

  @Test
  void shouldAnswerPicturesOnceAndLeaveThemToAPerson() {
    Person family = correspondence.guardian("es");
    correspondence.invite(family, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(1));

    picture(family.phone(), "");
    picture(family.phone(), "mire");

    await().untilAsserted(() -> assertThat(texted(family)).hasSize(2));
    await().untilAsserted(() -> assertThat(phones.texts(family.phone())).hasSize(2));
    assertThat(phones.texts(family.phone()).getLast()).contains("no podemos ver imágenes");
    assertThat(texted(family)).allMatch(event -> event.answer() == null);
  }

  @Test
  void shouldKeepALongTextWhole() {
    Person family = correspondence.guardian("es");
    correspondence.ask(family, Question.Kind.INVITATION);
    String words = "Le cuento. ".repeat(300);

    phones.write(family.phone(), words);

    await().untilAsserted(() -> assertThat(texted(family)).hasSize(1));
    assertThat(messages.thread(family.family()).getFirst().text()).isEqualTo(words);
  }

  private void picture(PhoneNumber from, String body) {
    jdbc.sql(
            """
            insert into messaging.inbound (id, sid, phone, body, media_count, media_types, received_at)
            values (?, ?, ?, ?, 1, 'image/jpeg', ?)
            """)
        .params(
            UUID.randomUUID(),
            "MM" + UUID.randomUUID(),
            from.e164(),
            body,
            Timestamp.from(clock.instant()))
        .update();
  }

  private static GuardianId guardian(Person person) {
    return ((Recipient.OfFamily) person.recipient()).guardian();
  }

  private Person onPhoneOf(Person one) {
    return new Person(
        one.district(),
        one.phone(),
        new Recipient.OfFamily(FamilyId.random(), GuardianId.random()),
        org.porchlight.shared.CaseId.random(),
        one.language());
  }

  private Unmatched awaitUnmatched(PhoneNumber phone) {
    await().until(() -> ofPhone(phone) != null && !ofPhone(phone).isEmpty());
    return ofPhone(phone).getFirst();
  }

  private List<Unmatched> ofPhone(PhoneNumber phone) {
    return unmatched.open().stream().filter(text -> text.phone().equals(phone)).toList();
  }

  private List<FamilyTexted> texted(Person family) {
    return events.of(FamilyTexted.class).stream()
        .filter(event -> event.family().equals(family.family()))
        .toList();
  }

  private List<QuestionAnswered> answers(@Nullable UUID question) {
    return events.of(QuestionAnswered.class).stream()
        .filter(event -> event.question().equals(question))
        .toList();
  }
}
