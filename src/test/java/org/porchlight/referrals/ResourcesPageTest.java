package org.porchlight.referrals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class ResourcesPageTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Imports imports;

  @Test
  void shouldFindAServiceAndKeepThatSomebodyCalledThere() {
    TaskFixture.Place place = fixture.place();
    Actor admin = people.districtWide(place.district(), Role.ADMINISTRATOR);
    Actor team = people.atSchool(place.district(), place.school(), Role.TEAM);
    Actor visitor = people.atSchool(place.district(), place.school(), Role.VISITOR);

    try (Surfer surfer = new Surfer(port).signIn(team.username(), TestPeople.PASSWORD)) {
      surfer.open("/resources");
      assertThat(surfer.page().locator("main")).containsText("The directory is empty");
      surfer.look("resources-empty");
    }
    ImportView checked =
        imports.upload(
            admin, place.district(), "hsds-csv", false, DirectoryFiles.own(DirectoryFiles.OWN));
    imports.apply(admin, checked.id(), true);

    try (Surfer surfer = new Surfer(port).signIn(team.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/resources");
      page.locator("#words").fill("fod pantry");
      page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main")).containsText("Harbor Food Pantry");
      surfer.look("resources");
      page.getByText("Harbor Food Pantry").click();
      assertThat(page.locator("main")).containsText("Monday, Wednesday");
      page.getByText("I called: it is as written here").click();
      assertThat(page.locator("[role=status]")).containsText("checked today");
      surfer.look("resource");
    }
    try (Surfer surfer = new Surfer(port).signIn(visitor.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/resources?age=abc");
      assertThat(page.locator("[role=alert]")).containsText("an age is a number");
      surfer.open("/resources?words=coat");
      page.getByText("Coat Closet").click();
      assertThat(page.locator("main summary")).hasText("2 more");
      assertThat(page.locator("main")).containsText("Branch 2 Friday 10:00 AM – 12:00 PM");
      surfer.look("resource-many-places");
      assertThat(page.locator("main")).containsText("javascript:alert(1)");
      assertThat(page.locator("main a[href^=javascript]").count()).isZero();
      assertThat(page.locator("main form").count()).isZero();
      assertThat(surfer.open("/resources/" + java.util.UUID.randomUUID())).isEqualTo(404);
    }
  }
}
