package org.porchlight.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.ThreadEntry.Why;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The provider refuses the account itself, and later takes texts again. */
@PorchlightTest
class StoppedChannelTest {

  private static final int WRONG_CREDENTIALS = 20003;

  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired TestClock clock;
  @Autowired Messages messages;
  @Autowired SendAlerts alerts;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
  }

  @AfterEach
  void letOthersSend() {
    jdbc.sql("delete from messaging.channel_stop").update();
  }

  @Test
  void shouldTryOneTextNowAndThenAndSendTheRestOnceItIsTaken() {
    // given: the provider refuses one text because of our account
    Person first = correspondence.guardian("en");
    phones.fault(first.phone(), "REJECT", WRONG_CREDENTIALS, 0, 1);
    correspondence.invite(first, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(stopped()).isOne());

    // when: others are due
    List<Person> others = List.of(correspondence.guardian("en"), correspondence.guardian("en"));
    others.forEach(each -> correspondence.invite(each, "test.invitation", "1"));

    // then: nobody is tried, and whoever looks sees why
    others.forEach(
        each ->
            assertThat(messages.thread(each.family()))
                .singleElement()
                .satisfies(text -> assertThat(text.why()).isEqualTo(Why.CHANNEL)));
    assertThat(alerts.open())
        .anySatisfy(
            alert -> {
              assertThat(alert.kind()).isEqualTo(SendAlerts.Kind.CHANNEL_STOPPED);
              assertThat(alert.code()).isEqualTo(WRONG_CREDENTIALS);
            });

    // and when the time for a try has come, and the provider takes it
    clock.advance(Duration.ofMinutes(6));
    await()
        .untilAsserted(
            () -> {
              assertThat(stopped()).isZero();
              assertThat(phones.texts(first.phone())).hasSize(1);
              others.forEach(each -> assertThat(phones.texts(each.phone())).hasSize(1));
            });
  }

  @Test
  void shouldGoOnWaitingWhileTheTryIsRefusedToo() {
    Person first = correspondence.guardian("en");
    phones.fault(first.phone(), "REJECT", WRONG_CREDENTIALS, 0, 2);
    correspondence.invite(first, "test.invitation", "1");
    await().untilAsserted(() -> assertThat(stopped()).isOne());
    int refusals = refusals(first);

    clock.advance(Duration.ofMinutes(6));

    await().untilAsserted(() -> assertThat(refusals(first)).isEqualTo(refusals + 1));
    assertThat(stopped()).isOne();
    assertThat(phones.texts(first.phone())).isEmpty();
  }

  private int stopped() {
    return jdbc.sql("select count(*) from messaging.channel_stop").query(Integer.class).single();
  }

  private int refusals(Person person) {
    return jdbc.sql("select count(*) from messaging.attempt where phone = ? and state = 'REJECTED'")
        .param(person.phone().e164())
        .query(Integer.class)
        .single();
  }
}
