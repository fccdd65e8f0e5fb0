package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.OptOuts;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.porchlight.visits.ToldOfVisits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family says who of it is told when a visit is. */
@PorchlightTest
class VisitReadersBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private TestPhones phones;
  @Autowired private ToldOfVisits told;
  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldChooseAmongTheContactsWhoCanBeTexted() {
    TaskFixture.Opened family = fixture.family(fixture.place(), "Lina", "Haddad", "ar");
    hasAPhoneOfHerOwn(family);
    PhoneNumber his = phones.number();
    GuardianId father = fixture.guardian(family, "Omar", "Father", his, "en");
    GuardianId barred = fixture.guardian(family, "Basil", "Uncle", phones.number(), "en");
    jdbc.sql("update roster.contact_link set restrictions = 'See office' where contact_id = ?")
        .param(barred.value())
        .update();
    Actor coordinator =
        people.atSchool(family.place().district(), family.place().school(), Role.COORDINATOR);
    Actor visitor =
        people.atSchool(family.place().district(), family.place().school(), Role.VISITOR);

    try (Surfer surfer = new Surfer(port).signIn(visitor.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/families/" + family.family() + "/readers")).isEqualTo(403);
    }
    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/families/" + family.family());
      page.getByText("Who of the family is told of visits").click();
      assertThat(page.locator("main form")).containsText("The case writes to this person first");
      assertThat(page.locator("main")).not().containsText("Basil");
      page.locator("label", new Page.LocatorOptions().setHasText("Omar Haddad")).click();
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
      surfer.look("readers");
      assertThat(told.of(family.caseId())).containsExactly(father);

      optOuts.recordSpoken(his, new OptOuts.Told(coordinator.id(), null, null));
      surfer.open("/families/" + family.family() + "/readers");
      assertThat(page.locator("main form")).containsText("because its owner said so");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(told.of(family.caseId())).containsExactly(father);
    }
  }

  /** The families of the fixture share a number, which other tests stop. */
  private void hasAPhoneOfHerOwn(TaskFixture.Opened family) {
    jdbc.sql(
            """
            update roster.phone set e164 = :number, as_given = :number
            where contact_id in (select l.contact_id from roster.contact_link l
              join roster.family_student s on s.student_id = l.student_id
              where s.family_id = :family)
            """)
        .param("number", phones.number().e164())
        .param("family", family.family().value())
        .update();
  }
}
