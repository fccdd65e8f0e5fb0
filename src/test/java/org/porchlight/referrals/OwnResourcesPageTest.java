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
class OwnResourcesPageTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Imports imports;
  @Autowired private ResourceDirectory directory;

  @Test
  void shouldKeepWhatSomebodyWroteWhateverIsImported() {
    TaskFixture.Place place = fixture.place();
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    Actor admin = people.districtWide(place.district(), Role.ADMINISTRATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/resources/new");
      surfer.look("resource-own-new");
      page.locator("main button:has-text('Save')").click();
      assertThat(page.locator("[role=alert]")).containsText("Name of the service");
      page.locator("#name").fill("Coats of St. Example");
      page.locator("#latitude").evaluate("e => e.closest('details').open = true");
      page.locator("#latitude").fill("forty");
      page.locator("main button:has-text('Save')").click();
      assertThat(page.locator("[role=alert]")).containsText("Latitude");
      page.locator("#name").fill("Coats of St. Example");
      page.locator("#town").fill("Elmbrook");
      page.locator("#latitude").evaluate("e => e.closest('details').open = true");
      page.locator("#latitude").fill("41.6");
      page.locator("#longitude").fill("-72.7");
      page.locator("label[for=need-CLOTHING]").click();
      page.locator("label[for=day-SA]").click();
      page.locator("#opens").fill("10:00");
      page.locator("#closes").fill("12:00");
      page.locator("main button:has-text('Save')").click();
      assertThat(page.locator("h1")).containsText("Coats of St. Example");
      assertThat(page.locator("main")).containsText("Saturday 10:00");
      page.getByText("Change this service").click();
      page.locator("#name").fill("Warm coats of St. Example");
      page.locator("main button:has-text('Save')").click();
      assertThat(page.locator("h1")).containsText("Warm coats of St. Example");
      surfer.look("resource-own");
    }
    ImportView checked =
        imports.upload(
            admin, place.district(), "hsds-csv", false, DirectoryFiles.own(DirectoryFiles.OWN));
    imports.apply(admin, checked.id(), true);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/resources?place=Elmbrook");
      assertThat(page.locator("main")).containsText("less than a mile from there");
      surfer.look("resources-near");
      page.getByText("not been checked for a year").click();
      assertThat(page.locator("main")).containsText("Coat Closet");
      assertThat(page.locator("main")).not().containsText("Warm coats of St. Example");
      surfer.look("resources-unchecked");
      page.getByText("Coat Closet").click();
      assertThat(page.getByText("Change this service").count()).isZero();
      surfer.open("/resources?words=warm");
      page.getByText("Warm coats of St. Example").click();
      page.getByText("Change this service").click();
      page.locator("main button:has-text('It is gone')").click();
      assertThat(page.locator("main")).containsText("does not list it any more");
    }
    assertThat(directory.search(place.district(), ResourceDirectory.Search.of("warm"), 9))
        .extracting(Resource::name)
        .doesNotContain("Warm coats of St. Example");
  }
}
