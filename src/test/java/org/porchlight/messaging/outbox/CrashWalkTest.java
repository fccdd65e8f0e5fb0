package org.porchlight.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.HeardEvents;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.twilio.Carrier;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
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
  @Autowired Carrier carrier;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Person family;

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
  }

  @Test
  void shouldFindByItsCallbackWhatACrashAfterTheCallForgot() {
    SendPath.Claim claim = claimed();

    carrier.post(claim.text());

    await().untilAsserted(() -> assertThat(state(claim.intent())).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
  }

  @Test
  void shouldFindInTheProvidersListWhatNoCallbackTold() {
    SendPath.Claim claim = claimed();
    phones.acceptSilently(family.phone(), claim.text().body());

    clock.advance(Duration.ofSeconds(61));

    await().untilAsserted(() -> assertThat(state(claim.intent())).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
    assertThat(failures(claim.intent())).isEmpty();
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
  }

  @Test
  void shouldNotSendAgainAfterAnErrorThatCameTooLate() {
    phones.fault(family.phone(), "ERROR_AFTER", 0, 0, 1);

    UUID id = correspondence.invite(family, "test.crash", "1");

    await().untilAsserted(() -> assertThat(state(id)).isEqualTo("SENT"));
    assertThat(phones.texts(family.phone())).hasSize(1);
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
