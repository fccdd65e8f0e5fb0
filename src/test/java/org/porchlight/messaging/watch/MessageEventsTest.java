package org.porchlight.messaging.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What other systems hear of texts. */
@PorchlightTest
class MessageEventsTest {

  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
  }

  @Test
  void shouldTellHowFarATextHasCome() {
    Person family = correspondence.guardian("es");

    UUID text = correspondence.invite(family, "test.events", "1");

    await()
        .untilAsserted(
            () -> assertThat(published(text)).containsExactly("requested", "sent", "delivered"));
  }

  @Test
  void shouldTellWhyATextWasSkippedOrFailed() {
    Person family = correspondence.guardian("es");
    UUID gone = correspondence.invite(family, "test.gone", "1");
    await()
        .untilAsserted(() -> assertThat(published(gone)).containsExactly("requested", "skipped"));
    phones.fault(family.phone(), "UNDELIVERED", 30006, 0, 1);

    UUID refused = correspondence.invite(family, "test.events", "1");

    await()
        .untilAsserted(
            () -> assertThat(published(refused)).containsExactly("requested", "sent", "failed"));
    assertThat(data(refused)).contains("provider-30006").contains(family.caseId().toString());
    assertThat(data(gone)).contains("no-longer-wanted");
  }

  @Test
  void shouldTellThatATextCameWithoutItsWordsOrItsPhone() {
    Person family = correspondence.guardian("es");
    phones.write(family.phone(), "Somos los Haddad");
    UUID text =
        await()
            .until(
                () ->
                    jdbc.sql("select id from messaging.inbound where phone = ?")
                        .param(family.phone().e164())
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                found -> found.size() == 1)
            .getFirst();

    await().untilAsserted(() -> assertThat(published(text)).containsExactly("received"));
    assertThat(data(text)).doesNotContain("Haddad").doesNotContain(family.phone().e164());
  }

  private List<String> published(UUID text) {
    return jdbc.sql(
            """
            select replace(type, 'org.porchlight.message.', '') from messaging.event_outbox
            where text = ? and published_at is not null order by sequence
            """)
        .param(text)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private String data(UUID text) {
    return jdbc.sql("select string_agg(data::text, ' ') from messaging.event_outbox where text = ?")
        .param(text)
        .query(String.class)
        .single();
  }
}
