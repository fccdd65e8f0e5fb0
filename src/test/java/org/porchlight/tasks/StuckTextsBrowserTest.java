package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.StuckTexts;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class StuckTextsBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private StuckTexts texts;
  @Autowired private Messages messages;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldShowATextThatKeepsFailingAndKeepWhoHandledIt() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Lina", "Haddad", "ar");
    UUID text = stuck(family, 4, "نعم ولكن");
    UUID young = stuck(null, 1, "Young");
    UUID unknown = stuck(null, 9, "Who is this?");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    Actor elsewhere = people.districtWide(fixture.place().district(), Role.COORDINATOR);
    Actor admin = people.districtWide(place.district(), Role.ADMINISTRATOR);

    try (Surfer surfer = new Surfer(port).signIn(elsewhere.username(), TestPeople.PASSWORD)) {
      surfer.open("/work/texts");
      assertThat(surfer.page().locator("main")).containsText("There is nothing to settle.");
    }
    try (Surfer surfer = new Surfer(port).signIn(admin.username(), TestPeople.PASSWORD)) {
      surfer.open("/work/texts");
      assertThat(surfer.page().locator("main")).containsText("Who is this?");
      assertThat(surfer.page().locator("main")).not().containsText("Young");
    }
    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      page.getByText("One text waits").click();
      assertThat(page.locator("main")).containsText("Lina Haddad");
      assertThat(page.locator("main")).not().containsText("Who is this?");
      surfer.look("texts-stuck");
      page.getByText("I have handled it").click();
      assertThat(page.locator("main")).containsText("by Alex Example");
      surfer.look("texts-handled");
    }
    assertThat(texts.find(text)).isEmpty();
    assertThat(texts.handled(text, coordinator.id())).isFalse();
    assertThat(texts.find(unknown)).isPresent();
    assertThat(messages.thread(family.family()))
        .singleElement()
        .matches(entry -> entry.text().equals("نعم ولكن"));
    assertThat(fixture.auditRows(family.family(), "OPENED")).isEqualTo(1);
    jdbc.sql("update messaging.inbound set understood_at = received_at where id in (?, ?)")
        .params(young, unknown)
        .update();
  }

  private UUID stuck(TaskFixture.@Nullable Opened family, int failures, String words) {
    UUID id = UUID.randomUUID();
    String phone = "+1860" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    Timestamp now = Timestamp.from(clock.instant());
    if (family != null) {
      jdbc.sql(
              "insert into messaging.correspondent (phone, district, family, guardian, language, at)"
                  + " values (?, ?, ?, ?, 'ar', ?)")
          .params(
              phone,
              family.place().district().value(),
              family.family().value(),
              UUID.randomUUID(),
              now)
          .update();
    }
    jdbc.sql(
            "insert into messaging.inbound (id, sid, phone, body, media_count, received_at,"
                + " failures, again_at) values (?, ?, ?, ?, 0, ?, ?, ?)")
        .params(
            id,
            "SM" + id,
            phone,
            words,
            now,
            failures,
            Timestamp.from(clock.instant().plus(Duration.ofDays(400))))
        .update();
    return id;
  }
}
