package org.porchlight.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.LineTypes;
import org.porchlight.messaging.settings.LookupSettings;
import org.porchlight.messaging.twilio.Carrier;
import org.porchlight.messaging.twilio.CarrierError;
import org.porchlight.messaging.twilio.Lookup;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers are looked up where that is switched on: once, before their first text. */
@PorchlightTest
class TextableLinesTest {

  @Autowired private TestPhones phones;
  @Autowired private Correspondence correspondence;
  @Autowired private Lookup lookup;
  @Autowired private LineTypes known;

  @Autowired
  @Qualifier("twilioCarrier")
  private Carrier twilio;

  @Autowired private Carrier wired;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldCallALandlineInsteadAndAskOnce() {
    PhoneNumber phone = phones.number();
    phones.landline(phone);
    Carrier carrier = asking(lookup);

    assertThat(carrier.post(text(phone)))
        .isEqualTo(new Carrier.Outcome.Refused(CarrierError.NOT_TEXTABLE, 21635));
    assertThat(carrier.post(text(phone))).isInstanceOf(Carrier.Outcome.Refused.class);

    assertThat(phones.texts(phone)).isEmpty();
    assertThat(phones.lookUps(phone)).isEqualTo(1);
    assertThat(known.landline(phone)).isTrue();
    assertThat(
            jdbc.sql(
                    "select count(*) from messaging.line_type where phone = ? and asked_at is not null")
                .param(phone.e164())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void shouldTextAMobileAndAskOnce() {
    PhoneNumber phone = phones.number();
    Carrier carrier = asking(lookup);

    assertThat(carrier.post(text(phone))).isInstanceOf(Carrier.Outcome.Accepted.class);
    assertThat(carrier.post(text(phone))).isInstanceOf(Carrier.Outcome.Accepted.class);

    assertThat(phones.lookUps(phone)).isEqualTo(1);
    assertThat(known.landline(phone)).isFalse();
  }

  @Test
  void shouldNotAskForANumberThatTookTextsBefore() {
    correspondence.openWindow();
    Person person = correspondence.guardian("en");
    correspondence.invite(person, "test.lines", "1");
    await().until(() -> phones.texts(person.phone()).size() == 1);
    await()
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from messaging.attempt where phone = ? and sid is not null")
                        .param(person.phone().e164())
                        .query(Integer.class)
                        .single()
                    == 1);

    asking(lookup).post(text(person.phone()));

    assertThat(phones.lookUps(person.phone())).isZero();
  }

  @Test
  void shouldTextWhereTheProviderDoesNotSay() {
    PhoneNumber phone = phones.number();

    assertThat(asking(number -> Optional.empty()).post(text(phone)))
        .isInstanceOf(Carrier.Outcome.Accepted.class);

    assertThat(known.landline(phone)).isFalse();
  }

  @Test
  void shouldBelieveWhoeverFoundOutThatTextsArrive() {
    PhoneNumber phone = phones.number();
    phones.landline(phone);
    Carrier carrier = asking(lookup);
    UserId coordinator = new UserId(UUID.randomUUID());
    assertThat(carrier.post(text(phone))).isInstanceOf(Carrier.Outcome.Refused.class);

    known.correct(phone, coordinator);

    assertThat(known.landline(phone)).isFalse();
    assertThat(known.correction(phone).orElseThrow().by()).isEqualTo(coordinator);
    assertThat(carrier.post(text(phone))).isInstanceOf(Carrier.Outcome.Accepted.class);
    assertThat(phones.lookUps(phone)).isEqualTo(1);
  }

  @Test
  void shouldNotAskForANumberThatAPersonHasTried() {
    PhoneNumber phone = phones.number();
    phones.landline(phone);

    known.correct(phone, new UserId(UUID.randomUUID()));

    assertThat(asking(lookup).post(text(phone))).isInstanceOf(Carrier.Outcome.Accepted.class);
    assertThat(phones.lookUps(phone)).isZero();
  }

  @Test
  void shouldNotAskUnlessSwitchedOn() {
    PhoneNumber phone = phones.number();
    phones.landline(phone);

    assertThat(wired).isInstanceOf(TextableLines.class);
    assertThat(wired.post(text(phone))).isInstanceOf(Carrier.Outcome.Accepted.class);

    assertThat(phones.lookUps(phone)).isZero();
  }

  private Carrier asking(Lookup lookup) {
    LookupSettings on = new LookupSettings(true, "/simulator");
    return new TextableLines(twilio, new LinesAsked(on, lookup, jdbc, clock));
  }

  private static Carrier.Text text(PhoneNumber phone) {
    return new Carrier.Text(UUID.randomUUID(), phone, "Hello", Duration.ofMinutes(5));
  }
}
