package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visitors check out by text. */
@PorchlightTest
class CheckOutByTextTest {

  @Autowired private VisitLogMade made;
  @Autowired private CheckIn checkIn;
  @Autowired private VisitorStore visitors;
  @Autowired private Correspondence correspondence;
  @Autowired private TestPhones phones;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;

  private VisitLogMade.Made visit;
  private PhoneNumber phone;

  @BeforeEach
  void beginAVisit() {
    correspondence.openWindow();
    visit = made.visit(Duration.ofMinutes(5));
    phone =
        java.util.Objects.requireNonNull(visitors.find(visit.visitor().id()).orElseThrow().phone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"OUT", "1", "Salimos", "خرجنا"})
  void shouldCheckOutByTextAfterArriving(String text) {
    checkIn.arrive(visit.visit(), visit.visitor().id());
    checkIn.arrive(visit.visit(), visit.visitor().id());
    await().untilAsserted(() -> assertThat(phones.texts(phone)).hasSize(1));
    assertThat(phones.texts(phone).getFirst()).contains("reply OUT or 1").contains("safe");

    phones.write(phone, text);

    await().untilAsserted(() -> assertThat(presence()).containsExactly("ARRIVED", "LEFT"));
    await().untilAsserted(() -> assertThat(phones.texts(phone)).hasSize(2));
    assertThat(phones.texts(phone).getLast()).contains("you have left");
  }

  @Test
  void shouldTakeNoWordForItBeforeAnybodyArrived() {
    phones.write(phone, "OUT");

    awaitRead();
    assertThat(presence()).isEmpty();
  }

  @Test
  void shouldTakeNoWordForItLongAfterTheVisit() {
    checkIn.arrive(visit.visit(), visit.visitor().id());
    clock.advance(Duration.ofHours(2));

    phones.write(phone, "OUT");

    awaitRead();
    assertThat(presence()).containsExactly("ARRIVED");
  }

  private void awaitRead() {
    await()
        .until(
            () ->
                jdbc.sql(
                        """
                        select exists (select from messaging.inbound
                          where phone = ? and understood_at is not null)
                        """)
                    .param(phone.e164())
                    .query(Boolean.class)
                    .single());
  }

  private List<String> presence() {
    return jdbc.sql("select what from visits.presence where appointment = ? order by what")
        .param(visit.visit())
        .query(String.class)
        .list();
  }
}
