package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.SendWindows;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I6: walks a whole case of people with names that nothing else holds, by text and by form, and
 * then looks for them where they must not be: Kafka, the engine's own files, commands, the log,
 * links.
 */
@PorchlightTest
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final List<String> WORDS =
      List.of("Wqordplan", "Wqordplace", "Wqordlog", "Wqordcall", "Wqordback", "Wqordtext");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired TestPhones phones;
  @Autowired SendWindows windows;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldLeaveNoPersonalDataOutsideTheDatabase(CapturedOutput output) throws IOException {
    // given
    TestCases.Family family =
        new TestCases.Family(
            "QX-8823117",
            "Zephyrquill",
            "Quillonia",
            "Vantablatt",
            "4711 Umbraquist Lane",
            TestCases.phone(),
            "Octavianne");

    // when
    List<String> visitorTexts = new ArrayList<>();
    Opened about = walkToTheEnd(family, visitorTexts);

    // then
    List<String> secrets = new ArrayList<>(WORDS);
    secrets.addAll(
        List.of(
            family.studentId(),
            family.studentName(),
            family.firstName(),
            family.lastName(),
            "Umbraquist",
            family.visitorName()));
    phonesOf(about).forEach(phone -> secrets.add(phone.substring(2)));
    secrets.add(family.phone().substring(2));

    List<String> records = everythingInKafka();
    assertThat(records).anyMatch(record -> record.contains(about.id().toString()));
    assertHoldsNone(secrets, "Kafka", records);
    assertHoldsNone(
        secrets,
        "engine.command",
        jdbc.sql("select variables from engine.command").query(String.class).list());
    assertEngineHoldsNone(secrets, about.id().toString());
    assertHoldsNone(secrets, "the log", List.of(output.getAll()));
    assertHoldsNone(secrets, "links", visitorTexts.stream().flatMap(PrivacyTest::links).toList());
    assertThat(visitorTexts.stream().flatMap(PrivacyTest::links)).isNotEmpty();
  }

  private Opened walkToTheEnd(TestCases.Family family, List<String> visitorTexts) {
    Opened about = testCases.open(family);
    DistrictId district = cases.get(about.id()).district();
    PhoneNumber phone = new PhoneNumber(family.phone());
    walk.complete(
        about,
        "userTask_PlanFirstContact",
        Map.of(
            "channel",
            "TEXT",
            "whoKnows",
            "Coach Wqordplan",
            "visitorA",
            about.visitorA().toString(),
            "visitorB",
            about.visitorB().toString()));
    walk.awaitPlace(about.id(), "gateway_AwaitPair");
    time.advanceTo(windows.nextOpening(district, time.now()).plusSeconds(60));

    for (String visitor : phonesOf(about)) {
      awaitText(visitor);
      phones.write(new PhoneNumber(visitor), "YES");
    }
    awaitText(family.phone());
    phones.write(phone, "Sí");
    walk.awaitTask(about.id(), "userTask_AgreeTime");
    phones.write(phone, "Gracias de Wqordtext");
    walk.complete(
        about, "userTask_CallBack", Map.of("outcome", "TALKED", "note", "said Wqordback"));

    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(3);
    walk.complete(
        about,
        "userTask_AgreeTime",
        about.visitorA(),
        Map.of(
            "date", day.toString(),
            "time", "15:00",
            "durationMinutes", 45,
            "place", "OTHER",
            "placeNote", "behind Wqordplace"));
    walk.awaitPlace(about.id(), "awaitVisit");
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
    walk.complete(
        about,
        "userTask_LogVisit",
        about.visitorA(),
        Map.of(
            "outcome", "COMPLETED",
            "visitDate", day.toString(),
            "place", "HOME",
            "visitorsPresent", "BOTH",
            "strengths", "sings Wqordlog",
            "wantsAnotherVisit", "NO"));
    time.advanceTo(time.now().plus(Duration.ofDays(8)));
    walk.complete(
        about,
        "userTask_FollowUpCall",
        about.visitorA(),
        Map.of("outcome", "REACHED", "learned", "likes Wqordcall"));
    walk.complete(
        about, "userTask_KeepOrClose", Map.of("decision", "CLOSE", "closingReason", "DOING_WELL"));
    walk.awaitState(about.id(), State.CLOSED);
    phonesOf(about).forEach(one -> visitorTexts.addAll(phones.texts(new PhoneNumber(one))));
    return about;
  }

  private void awaitText(String phone) {
    await("a text")
        .atMost(CaseWalk.PATIENCE)
        .until(() -> !phones.texts(new PhoneNumber(phone)).isEmpty());
  }

  private List<String> phonesOf(Opened about) {
    return jdbc.sql(
            """
            select distinct phone from messaging.intent
            where case_id = ? and purpose = 'visits.askVisitors'
            """)
        .param(about.id().value())
        .query(String.class)
        .list();
  }

  private static Stream<String> links(String text) {
    return Stream.of(text.split("\\s")).filter(word -> word.startsWith("http"));
  }

  private static List<String> everythingInKafka() {
    Properties config = new Properties();
    config.put("bootstrap.servers", TestServers.kafka().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      List<String> found = new ArrayList<>();
      while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(
                record ->
                    found.add(
                        record.topic()
                            + " "
                            + record.key()
                            + " "
                            + record.headers()
                            + " "
                            + record.value()));
      }
      return found;
    }
  }

  /** Its log holds every variable as it was sent, uncompressed. */
  private static void assertEngineHoldsNone(List<String> secrets, String caseId)
      throws IOException {
    boolean seen = false;
    try (Stream<Path> files = Files.walk(TestServers.dataFolder().resolve("broker/data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        seen |= content.contains(caseId);
        for (String secret : secrets) {
          assertThat(content.contains(secret)).as("%s in %s", secret, file).isFalse();
        }
      }
    }
    assertThat(seen).as("the engine's log is in its folder, and readable").isTrue();
  }

  private static void assertHoldsNone(List<String> secrets, String where, List<String> texts) {
    for (String text : texts) {
      for (String secret : secrets) {
        assertThat(text.contains(secret)).as("%s in %s", secret, where).isFalse();
      }
    }
  }
}
