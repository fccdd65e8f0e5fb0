package org.porchlight.messaging.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextProblem;
import org.porchlight.messaging.translation.TextVersion.Source;
import org.porchlight.messaging.translation.TextVersion.State;
import org.porchlight.messaging.translation.TranslationRefused.Why;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PorchlightTest
class TranslationDeskTest {

  private static final String KEY = "visits.leftReceipt";
  private static final String SPANISH = "{program}: anotado. La visita: {link}";

  @Autowired private TranslationDesk desk;
  @Autowired private ShippedTexts shipped;
  @Autowired private Messages messages;
  @Autowired private Districts districts;
  @Autowired private TestPeople people;
  @Autowired private Correspondence correspondence;
  @Autowired private Clock clock;
  @Autowired private CurrentCatalogue catalogue;
  @Autowired private JdbcClient jdbc;

  private DistrictId district;
  private Actor ana;
  private Actor jo;

  @BeforeEach
  void employ() {
    district = districts.add("Brookfield", ZoneId.of("America/New_York"), "CT");
    ana = people.districtWide(district, Role.COORDINATOR);
    jo = people.districtWide(district, Role.ADMINISTRATOR);
  }

  /** All tests share the catalogue. */
  @AfterEach
  void leaveTheCatalogueAsShipped() {
    jdbc.sql("delete from messaging.text_version where key = ?").param(KEY).update();
    jdbc.sql("update messaging.text_change set number = number + 1").update();
    catalogue.refresh();
  }

  @Test
  void shouldKeepEveryVersionWithWhoAndWhen() {
    String before = String.valueOf(shipped.texts("es").get(KEY));
    save(ana, SPANISH);
    TextVersion draft = newest();
    assertThat(draft.state()).isEqualTo(State.DRAFT);

    desk.review(ana, "es", KEY, draft.id());
    assertThatThrownBy(() -> desk.approve(ana, "es", KEY, draft.id()))
        .isInstanceOf(TranslationRefused.class)
        .extracting(refused -> ((TranslationRefused) refused).why())
        .isEqualTo(Why.SAME_PERSON);
    desk.approve(jo, "es", KEY, draft.id());

    assertThat(newest().state()).isEqualTo(State.APPROVED);
    assertThat(desk.history("es", KEY))
        .extracting(TextVersion::body)
        .containsExactly(SPANISH, before);
    assertThat(desk.history("es", KEY))
        .extracting(TextVersion::source)
        .containsExactly(Source.EDITED, Source.SHIPPED);
    assertThat(newest().approved()).isNotNull();
    assertThat(String.valueOf(newest().approved())).contains(jo.id().toString());
  }

  @Test
  void shouldHoldATranslationWhoseEnglishChangedAndNeverWriteEnglishInstead() {
    save(ana, SPANISH);
    assertThat(messages.speaks(KEY, "es")).isTrue();
    String english = "{program}: noted. Thanks! The visit: {link}";

    desk.save(ana, "en", KEY, english, 0, english, Source.EDITED);

    assertThat(messages.speaks(KEY, "en")).isTrue();
    assertThat(messages.speaks(KEY, "es")).isFalse();
    assertThat(messages.speaks(KEY, "ar")).isFalse();
    assertThat(desk.entry("es", KEY).orElseThrow().stale()).isTrue();
    assertThat(newest().body()).isEqualTo(SPANISH);

    desk.save(jo, "es", KEY, SPANISH, newest().id(), english, Source.EDITED);

    assertThat(messages.speaks(KEY, "es")).isTrue();
  }

  @Test
  void shouldLetNothingLeaveOnceWithdrawn() {
    save(ana, SPANISH);

    desk.withdraw(jo, "es", KEY, newest().id());

    assertThat(messages.speaks(KEY, "es")).isFalse();
    assertThat(messages.speaks(KEY, "pt")).isTrue();
  }

  @Test
  void shouldRefuseWhatSomebodyElseChangedMeanwhile() {
    save(ana, SPANISH);

    assertThatThrownBy(() -> save(jo, 0, SPANISH + "."))
        .isInstanceOf(TranslationRefused.class)
        .extracting(refused -> ((TranslationRefused) refused).why())
        .isEqualTo(Why.CHANGED_MEANWHILE);
    assertThatThrownBy(() -> save(jo, newest().id(), SPANISH))
        .isInstanceOf(TranslationRefused.class)
        .extracting(refused -> ((TranslationRefused) refused).why())
        .isEqualTo(Why.SAME);
  }

  @Test
  void shouldKeepNothingThatMustBeMended() {
    assertThatThrownBy(() -> save(ana, "{program}: anotado."))
        .isInstanceOfSatisfying(
            TranslationRefused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(TextProblem::kind)
                    .containsExactly(TextProblem.Kind.MISSING_PLACEHOLDER));

    assertThat(desk.history("es", KEY)).isEmpty();
  }

  @Test
  void shouldOpenOnlyToCoordinatorsAndAdministrators() {
    Actor visitor = people.districtWide(district, Role.VISITOR, Role.TEAM);

    assertThatThrownBy(() -> save(visitor, SPANISH)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> desk.withdraw(visitor, "es", KEY, 0))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void shouldSeeWhatAnotherReplicaChanged() {
    save(ana, SPANISH);
    Map<String, String> before = catalogue.mayLeave("es");
    assertThat(before).containsEntry(KEY, SPANISH);

    // As another replica does it: in the database only.
    jdbc.sql("update messaging.text_version set body = ? where key = ? and written_by is not null")
        .params(SPANISH + " .", KEY)
        .update();
    jdbc.sql("update messaging.text_change set number = number + 1").update();

    Awaitility.await().until(() -> (SPANISH + " .").equals(catalogue.mayLeave("es").get(KEY)));
  }

  @Test
  void shouldWriteATextAnewThatWaitsWhileItsTranslationChanges() {
    Correspondence.Person person = correspondence.guardian("es");
    Instant now = clock.instant();
    UUID text =
        messages.request(
            new MessageRequest(
                person.district(),
                person.phone(),
                person.recipient(),
                null,
                "test.waits",
                "1",
                KEY,
                "es-US",
                Map.of("link", "https://visits.example.org/v/1"),
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(4)),
                false));
    assertThat(body(text)).doesNotContain("anotado. La visita");

    save(ana, SPANISH);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(body(text))
                    .endsWith("anotado. La visita: https://visits.example.org/v/1"));
    jdbc.sql("update messaging.intent set state = 'SKIPPED' where id = ?").param(text).update();
  }

  private String body(UUID text) {
    return jdbc.sql("select body from messaging.intent where id = ?")
        .param(text)
        .query(String.class)
        .single();
  }

  private void save(Actor by, String text) {
    save(by, 0, text);
  }

  private void save(Actor by, long base, String text) {
    desk.save(
        by, "es", KEY, text, base, String.valueOf(shipped.texts("en").get(KEY)), Source.EDITED);
  }

  private TextVersion newest() {
    TextVersion newest = desk.entry("es", KEY).orElseThrow().newest();
    assertThat(newest).isNotNull();
    return newest;
  }
}
