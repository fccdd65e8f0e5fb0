package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.messaging.OptOuts;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a family says about texts, and to whom. */
@PorchlightTest
class ConsentBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldRecordWhoStoppedTextsAndWhoWelcomedThemAgain() {
    TaskFixture.Opened family = fixture.family(fixture.place(), "Lina", "Haddad", "ar");
    PhoneNumber phone = new PhoneNumber("+18605550177");
    jdbc.sql(
            "update roster.phone set e164 = ?, as_given = '860 555 0177' where contact_id ="
                + " (select contact_id from roster.contact_link l join roster.family_student f"
                + " on f.student_id = l.student_id where f.family_id = ?)")
        .params(phone.e164(), family.family().value())
        .update();
    Actor coordinator =
        people.atSchool(family.place().district(), family.place().school(), Role.COORDINATOR);
    Actor visitor =
        people.atSchool(family.place().district(), family.place().school(), Role.VISITOR);

    try (Surfer surfer = new Surfer(port).signIn(visitor.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/families/" + family.family() + "/consent")).isEqualTo(403);
    }
    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/families/" + family.family());
      page.getByText("Texts: wanted or not").click();
      page.getByLabel("Who said so?").selectOption("Samira Haddad");
      page.getByLabel("How?").selectOption("In person");
      page.getByText("Wants no more texts").click();
      assertThat(page.locator("main")).containsText("no more texts go to this phone");
      assertThat(page.locator(".pl-timeline")).containsText("said by Samira · In person");
      assertThat(optOuts.optedOut(phone)).isTrue();
      surfer.look("consent");

      page.getByLabel("Who said so?").selectOption("Samira Haddad");
      page.getByLabel("How?").selectOption("By phone");
      page.getByText("Texts are welcome again").click();
      assertThat(page.locator(".pl-timeline li").first()).containsText("Consent told to a person");
    }
    assertThat(optOuts.optedOut(phone)).isFalse();
  }
}
