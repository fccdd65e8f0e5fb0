package org.porchlight.messaging.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.HeardEvents;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.TextBatches;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.twilio.Carrier;
import org.porchlight.messaging.watch.SendMeters;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several senders on one database, a provider that asks to wait, and a pause that lasts. */
@PorchlightTest
class SendersTest {

  private static final int TEXTS = 120;

  @Autowired private Correspondence correspondence;
  @Autowired private Messages messages;
  @Autowired private TextBatches batches;
  @Autowired private TestPhones phones;
  @Autowired private HeardEvents events;
  @Autowired private SendPath path;
  @Autowired private Outbox outbox;
  @Autowired private Carrier carrier;
  @Autowired private Answers answers;
  @Autowired private SendMeters meters;
  @Autowired private MessagingSettings settings;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestClock clock;

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
  }

  @Test
  void shouldSendEachTextOnceHoweverManySendersRun() throws Exception {
    List<Person> people = new ArrayList<>();
    List<UUID> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      Person person = correspondence.guardian("es");
      people.add(person);
      texts.add(request(person, Duration.ofDays(1), Duration.ofDays(3)));
    }
    jdbc.sql("update messaging.intent set due_at = :now where id in (:ids)")
        .param("now", Timestamp.from(clock.instant()))
        .param("ids", texts)
        .update();

    CyclicBarrier start = new CyclicBarrier(3);
    List<Calls> calls = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(3)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Calls own = new Calls(carrier, answers, meters, settings);
        calls.add(own);
        Dispatcher sender = new Dispatcher(path, outbox, own, clock);
        all.add(
            senders.submit(
                () -> {
                  start.await();
                  sender.dispatch();
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> sent(texts) == TEXTS);
    for (Calls own : calls) {
      own.close();
    }

    assertThat(people).allSatisfy(each -> assertThat(phones.texts(each.phone())).hasSize(1));
    assertThat(
            jdbc.sql("select count(*) from messaging.attempt where intent in (:ids)")
                .param("ids", texts)
                .query(Integer.class)
                .single())
        .isEqualTo(TEXTS);
  }

  @Test
  void shouldNotTryAgainBeforeTheProviderWantsIt() {
    Person person = correspondence.guardian("es");
    phones.fault(person.phone(), "THROTTLE", 600, 0, 1);
    Instant before = clock.instant();
    UUID text = correspondence.invite(person, "test.busy", "1");
    await().until(() -> "provider-busy".equals(reason(text)));

    assertThat(due(text)).isAfterOrEqualTo(before.plusSeconds(600));
    assertThat(phones.texts(person.phone())).isEmpty();

    clock.advance(Duration.between(clock.instant(), due(text)).plusSeconds(1));
    await().until(() -> phones.texts(person.phone()).size() == 1);
  }

  @Test
  void shouldTellTheCaseOfWhatExpiresInABatchThatStaysPaused() {
    Person person = correspondence.guardian("es");
    UUID text = request(person, Duration.ofMinutes(30), Duration.ofHours(1));
    UUID batch =
        jdbc.sql("select batch from messaging.intent where id = ?")
            .param(text)
            .query(UUID.class)
            .single();
    batches.pause(batch, UserId.random());

    clock.advance(Duration.ofMinutes(45));
    await()
        .untilAsserted(
            () ->
                assertThat(messages.thread(person.family()))
                    .singleElement()
                    .extracting(ThreadEntry::why)
                    .isEqualTo(ThreadEntry.Why.PAUSED));
    clock.advance(Duration.ofMinutes(30));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(events.of(MessageFailed.class))
                    .filteredOn(failed -> failed.message().equals(text))
                    .singleElement()
                    .matches(failed -> failed.reason() == MessageFailed.Reason.EXPIRED));
    assertThat(phones.texts(person.phone())).isEmpty();
  }

  private UUID request(Person person, Duration from, Duration until) {
    Instant now = clock.instant();
    return messages.request(
        new MessageRequest(
            person.district(),
            person.phone(),
            person.recipient(),
            person.caseId(),
            "test.senders",
            UUID.randomUUID().toString(),
            "cases.invitation",
            person.language(),
            Correspondence.INVITATION,
            now.plus(from),
            now.plus(until),
            false));
  }

  private int sent(List<UUID> texts) {
    return jdbc.sql("select count(*) from messaging.intent where id in (:ids) and state = 'SENT'")
        .param("ids", texts)
        .query(Integer.class)
        .single();
  }

  private String reason(UUID text) {
    return jdbc.sql("select coalesce(reason, '') from messaging.intent where id = ?")
        .param(text)
        .query(String.class)
        .single();
  }

  private Instant due(UUID text) {
    return jdbc.sql("select due_at from messaging.intent where id = ?")
        .param(text)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }
}
