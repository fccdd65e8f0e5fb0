package org.porchlight.messaging.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.HeardEvents;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.TextBatches;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invitations of one district: paced, paused, and called off without silence. */
@PorchlightTest
class BatchesBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private Correspondence correspondence;
  @Autowired private TextBatches batches;
  @Autowired private TestPhones phones;
  @Autowired private HeardEvents events;

  @Test
  void shouldPacePauseAndCallOffABatchSoThatEachFamilyIsContactedOtherwise() {
    correspondence.openWindow();
    Person first = correspondence.guardian("es");
    Actor coordinator = people.districtWide(first.district(), Role.COORDINATOR);
    Actor elsewhere =
        people.districtWide(correspondence.guardian("es").district(), Role.COORDINATOR);
    batches.setPace(first.district(), 1, coordinator.id());
    List<Person> families =
        List.of(first, neighbour(first, "es"), neighbour(first, "ar"), neighbour(first, "es"));
    List<UUID> texts =
        families.stream()
            .map(family -> correspondence.invite(family, "test.invitation", "1"))
            .toList();

    await().untilAsserted(() -> assertThat(sent(families)).isEqualTo(1));

    try (Surfer surfer = new Surfer(port).signIn(elsewhere.username(), TestPeople.PASSWORD)) {
      surfer.open("/texts/batches");
      assertThat(surfer.page().locator("main")).containsText("nothing waits");
    }
    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/texts/batches");
      assertThat(page.locator("main")).containsText("3 wait");
      assertThat(page.locator("main")).containsText("1 sent");
      page.getByText("Invitation, ").first().click();
      surfer.look("batches");
      page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main")).containsText("Paused.");
      surfer.look("batches-paused");
      page.getByLabel("Texts an hour").fill("60");
      page.getByText("Set the pace").click();
      assertThat(page.locator("main")).containsText("At most 60 an hour");
      page.getByText("Call it off").click();
      page.getByLabel("Why?").selectOption("WRONG_WORDS");
      page.getByText("Call off what waits").click();
      assertThat(page.locator("main")).containsText("Called off.");
      surfer.look("batches-called-off");
    }
    await()
        .untilAsserted(
            () ->
                assertThat(
                        events.of(MessageFailed.class).stream()
                            .filter(event -> texts.contains(event.message()))
                            .map(MessageFailed::reason))
                    .containsExactly(
                        MessageFailed.Reason.CALLED_OFF,
                        MessageFailed.Reason.CALLED_OFF,
                        MessageFailed.Reason.CALLED_OFF));
    assertThat(sent(families)).isEqualTo(1);
  }

  @Test
  void shouldTellAnAdministratorWhatStopsTexts() {
    correspondence.openWindow();
    Person family = correspondence.guardian("es");
    Actor administrator = people.districtWide(family.district(), Role.ADMINISTRATOR);
    int code = 21700 + java.util.concurrent.ThreadLocalRandom.current().nextInt(200);
    phones.fault(family.phone(), "REJECT", code, 0, 1);
    UUID text = correspondence.invite(family, "test.invitation", "1");
    await()
        .untilAsserted(
            () ->
                assertThat(events.of(MessageFailed.class)).anyMatch(e -> e.message().equals(text)));

    try (Surfer surfer = new Surfer(port).signIn(administrator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/texts/batches");
      assertThat(page.locator("main")).containsText("code is " + code);
      surfer.look("batches-alerts");
      page.locator(".usa-alert", new Page.LocatorOptions().setHasText("code is " + code))
          .getByText("I have dealt with it")
          .click();
      assertThat(page.locator("main")).not().containsText("code is " + code);
    }
  }

  private long sent(List<Person> families) {
    return families.stream().mapToLong(family -> phones.texts(family.phone()).size()).sum();
  }

  private Person neighbour(Person of, String language) {
    Person other = correspondence.guardian(language);
    return new Person(
        of.district(), other.phone(), other.recipient(), other.caseId(), other.language());
  }
}
