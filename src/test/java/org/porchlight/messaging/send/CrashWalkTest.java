package org.porchlight.messaging.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.HeardEvents;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.settle.Deliveries;
import org.porchlight.messaging.twilio.Carrier;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dies between each two steps of the send path: the steps run by hand, up to the crash, on an
 * intent that the application's own dispatcher cannot see before. What is left is then its to mend.
 */
@PorchlightTest
class CrashWalkTest {

  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired TestClock clock;
  @Autowired HeardEvents events;
  @Autowired SendPath path;
  @Autowired Answers answers;
  @Autowired Deliveries deliveries;
  @Autowired Carrier carrier;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  /** Where it was killed, what happened then, and the texts at the carrier. */
  private static final Map<String, String> TABLE = new ConcurrentSkipListMap<>();

  private Person family;

  @AfterAll
  static void writeTheTable() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "# Crash walk of the send path\n\n| killed | then | texts at the carrier |\n|---|---|---|\n");
    TABLE.forEach((killed, then) -> text.append(killed).append(then).append('\n'));
    Files.writeString(TestServers.buildFolder().resolve("crash-walk.md"), text);
  }

  private void row(String killed, String then) {
    TABLE.put("| " + killed, " | " + then + " | " + phones.texts(family.phone()).size() + " |");
  }

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
    family = correspondence.guardian("es");
  }

  @Test
  void shouldSendOnceAfterACrashBeforeTheAttempt() {
    UUID id = correspondence.invite(family, "test.crash", "1");

    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("01 after the intent is stored", "claimed by whoever runs next, sent");
  }

  @Test
  void shouldForgetAnIntentWhoseTransactionRolledBack() {
    UUID id =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return correspondence.invite(family, "test.crash", "1");
            });

    assertThat(
            jdbc.sql("select count(*) from messaging.intent where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
    row("00 before what asks for the text commits", "no intent, and its cause is repeated");
  }

  @Test
  void shouldTellAPersonAfterACrashBeforeTheCallAndNeverSend() {
    SendPath.Claim claim = claimed();

    lookUpThreeTimes(claim);

    await().untilAsserted(() -> assertThat(state(claim.intent())).isEqualTo("UNKNOWN"));
    assertThat(failures(claim.intent()))
        .singleElement()
        .matches(event -> event.reason() == MessageFailed.Reason.UNKNOWN);
    assertThat(phones.texts(family.phone())).isEmpty();
    row(
        "03 after the claim, before the call",
        "looked up three times, unknown, a person settles it");
  }

  @Test
  void shouldFindByItsCallbackWhatACrashAfterTheCallForgot() {
    SendPath.Claim claim = claimed();

    carrier.post(claim.text());

    await().untilAsserted(() -> assertThat(state(claim.intent())).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("04 after the call, before its answer is stored", "its status callback settles it");
  }

  @Test
  void shouldFindInTheProvidersListWhatNoCallbackTold() {
    SendPath.Claim claim = claimed();
    phones.acceptSilently(family.phone(), claim.text().body());

    clock.advance(Duration.ofSeconds(61));

    await().untilAsserted(() -> assertThat(state(claim.intent())).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    assertThat(failures(claim.intent())).isEmpty();
    row("05 after the call, and no callback comes", "found in the provider's list");
  }

  @Test
  void shouldStoreAnAnswerTwiceWithoutHarm() {
    SendPath.Claim claim = claimed();
    Carrier.Outcome outcome = carrier.post(claim.text());

    answers.store(claim.intent(), claim.text().attempt(), outcome);
    answers.store(claim.intent(), claim.text().attempt(), outcome);
    answers.store(claim.intent(), claim.text().attempt(), new Carrier.Outcome.Unknown());

    assertThat(state(claim.intent())).isEqualTo("SENT");
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("07 after the answer is stored, and it is stored again", "nothing more");
  }

  @Test
  void shouldNotSendAgainAfterAnErrorThatCameTooLate() {
    phones.fault(family.phone(), "ERROR_AFTER", 0, 0, 1);

    UUID id = correspondence.invite(family, "test.crash", "1");

    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("08 the provider: after it took the text, before it answered", "found, never posted again");
  }

  @Test
  void shouldGiveAnErrorThatSentNothingToAPerson() {
    phones.fault(family.phone(), "ERROR_BEFORE", 0, 0, 1);

    UUID id = correspondence.invite(family, "test.crash", "1");
    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("SENDING"));
    for (int i = 0; i < 3; i++) {
      int looks = i + 1;
      clock.advance(Duration.ofSeconds(61));
      await().untilAsserted(() -> assertThat(looks(id)).isGreaterThanOrEqualTo(looks));
    }

    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("UNKNOWN"));
    assertThat(phones.texts(family.phone())).isEmpty();
    assertThat(failures(id)).hasSize(1);
    row("09 the provider: before it took the text", "looked up, unknown, a person settles it");
  }

  @Test
  void shouldWaitAsLongAsTheProviderAsks() {
    phones.fault(family.phone(), "THROTTLE", 90, 0, 1);

    UUID id = correspondence.invite(family, "test.crash", "1");

    await().untilAsserted(() -> assertThat(reason(id)).isEqualTo("provider-busy"));
    assertThat(phones.texts(family.phone())).isEmpty();
    clock.advance(Duration.ofSeconds(100));
    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
  }

  @Test
  void shouldTakeCallbacksInAnyOrderAndNumber() {
    phones.fault(family.phone(), "DUPLICATE_CALLBACKS", 0, 0, 1);
    UUID id = correspondence.invite(family, "test.crash", "1");

    await().untilAsserted(() -> assertThat(status(id)).isEqualTo("delivered"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("11 callbacks come twice", "once");
  }

  @Test
  void shouldSendOnceWhatABatchClaimedWhoseTransactionRolledBack() {
    UUID id = waiting(family);

    transaction.executeWithoutResult(
        status -> {
          dueNow(List.of(id));
          path.claimDue(10);
          assertThat(state(id)).isEqualTo("SENDING");
          status.setRollbackOnly();
        });
    assertThat(state(id)).isEqualTo("WAITING");
    dueNow(List.of(id));

    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("02 while a batch is claimed", "the whole claim is undone, sent by the next");
  }

  @Test
  void shouldTellAPersonOfEachTextOfABatchThatWasClaimedButNotCalled() {
    Person other = correspondence.guardian("ar");
    List<UUID> ids = List.of(waiting(family), waiting(other));
    transaction.executeWithoutResult(
        status -> {
          dueNow(ids);
          path.claimDue(50);
        });

    for (int i = 0; i < 3; i++) {
      int looks = i + 1;
      clock.advance(Duration.ofSeconds(61));
      ids.forEach(
          id -> await().untilAsserted(() -> assertThat(looks(id)).isGreaterThanOrEqualTo(looks)));
    }

    ids.forEach(id -> await().untilAsserted(() -> assertThat(state(id)).isEqualTo("UNKNOWN")));
    assertThat(phones.texts(family.phone())).isEmpty();
    assertThat(phones.texts(other.phone())).isEmpty();
    row("03 after a batch is claimed, before its calls", "each unknown, a person settles them");
  }

  @Test
  void shouldFindWhatAGroupOfAnswersForgotWhenItRolledBack() {
    SendPath.Claim claim = claimed();
    Person other = correspondence.guardian("ar");
    SendPath.Claim second =
        transaction.execute(
            status -> path.claim(correspondence.invite(other, "test.crash", "1")).orElseThrow());
    List<Answers.Answer> group =
        Stream.of(claim, second)
            .map(
                one ->
                    new Answers.Answer(
                        one.intent(), one.text().attempt(), carrier.post(one.text())))
            .toList();

    transaction.executeWithoutResult(
        status -> {
          answers.storeAccepted(group);
          status.setRollbackOnly();
        });

    await().untilAsserted(() -> assertThat(state(claim.intent())).isEqualTo("SENT"));
    await().untilAsserted(() -> assertThat(state(second.intent())).isEqualTo("SENT"));
    answers.storeAccepted(group);
    assertThat(state(claim.intent())).isEqualTo("SENT");
    assertThat(phones.texts(family.phone())).hasSize(1);
    assertThat(phones.texts(other.phone())).hasSize(1);
    row("06 while a group of answers is stored", "the callbacks settle them");
  }

  @Test
  void shouldKeepTheEndOfATextThatIsToldBeforeItsMiddle() {
    phones.fault(family.phone(), "REORDER_CALLBACKS", 0, 1500, 1);
    UUID id = correspondence.invite(family, "test.crash", "1");

    await().untilAsserted(() -> assertThat(callbacks(id)).isEqualTo(2));

    assertThat(status(id)).isEqualTo("delivered");
    assertThat(phones.texts(family.phone())).hasSize(1);
    row("10 callbacks come out of order", "the end stays the end");
  }

  @Test
  void shouldKeepTheFirstOfTwoEnds() {
    UUID id = correspondence.invite(family, "test.crash", "1");
    await().untilAsserted(() -> assertThat(status(id)).isEqualTo("delivered"));

    deliveries.store(
        column("select sid from messaging.attempt where intent = :id", id),
        "undelivered",
        null,
        30003);

    await().untilAsserted(() -> assertThat(callbacks(id)).isEqualTo(3));
    assertThat(status(id)).isEqualTo("delivered");
    assertThat(state(id)).isEqualTo("SENT");
    assertThat(failures(id)).isEmpty();
    row("12 a second end is told", "the first stays, the second is logged");
  }

  @Test
  void shouldTryOnceMoreInTheWindowWhereThePhoneWasOff() {
    phones.fault(family.phone(), "UNDELIVERED", 30003, 0, 2);
    UUID id = correspondence.invite(family, "test.crash", "1");
    await().untilAsserted(() -> assertThat(reason(id)).isEqualTo("once-more"));

    clock.advance(Duration.ofMinutes(121));

    await().untilAsserted(() -> assertThat(failures(id)).hasSize(1));
    assertThat(phones.texts(family.phone())).hasSize(2);
    assertThat(failures(id).getFirst().reason()).isEqualTo(MessageFailed.Reason.BAD_NUMBER);
  }

  private UUID waiting(Person of) {
    return transaction.execute(
        status -> {
          UUID id = correspondence.invite(of, "test.crash", "1");
          jdbc.sql("update messaging.intent set due_at = due_at + interval '1 hour' where id = :id")
              .param("id", id)
              .update();
          return id;
        });
  }

  private void dueNow(List<UUID> ids) {
    jdbc.sql("update messaging.intent set due_at = created_at where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  private int callbacks(UUID intent) {
    return jdbc.sql(
            """
            select count(*) from messaging.delivery d join messaging.attempt a on a.sid = d.sid
            where a.intent = :id and d.applied_at is not null
            """)
        .param("id", intent)
        .query(Integer.class)
        .single();
  }

  @Test
  void shouldLetTheProviderTryOnlyUntilTheWindowCloses() {
    SendPath.Claim claim = claimed();

    assertThat(claim.text().validity()).isBetween(Duration.ofMinutes(1), Duration.ofHours(10));
  }

  /** An intent with a committed attempt, and nothing more. */
  private SendPath.Claim claimed() {
    return transaction.execute(
        status -> path.claim(correspondence.invite(family, "test.crash", "1")).orElseThrow());
  }

  private void lookUpThreeTimes(SendPath.Claim claim) {
    for (int i = 0; i < 3; i++) {
      int looks = i + 1;
      clock.advance(Duration.ofSeconds(61));
      await().untilAsserted(() -> assertThat(looks(claim.intent())).isGreaterThanOrEqualTo(looks));
    }
  }

  private int looks(UUID intent) {
    return jdbc.sql("select max(looked_up) from messaging.attempt where intent = :id")
        .param("id", intent)
        .query(Integer.class)
        .single();
  }

  private String state(UUID id) {
    return column("select state from messaging.intent where id = :id", id);
  }

  private String reason(UUID id) {
    return column("select coalesce(reason, '') from messaging.intent where id = :id", id);
  }

  private String status(UUID id) {
    return column("select coalesce(max(status), '') from messaging.attempt where intent = :id", id);
  }

  private String column(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).query(String.class).single();
  }

  private List<MessageFailed> failures(UUID message) {
    return events.of(MessageFailed.class).stream()
        .filter(event -> event.message().equals(message))
        .toList();
  }
}
