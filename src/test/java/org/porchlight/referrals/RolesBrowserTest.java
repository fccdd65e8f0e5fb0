package org.porchlight.referrals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Role;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class RolesBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TaskFixture fixture;
  @Autowired private TestPeople people;
  @Autowired private SchoolRoles roles;

  private TaskFixture.Place place;
  private Actor wide;
  private Actor nurse;

  @BeforeEach
  void makeASchool() {
    place = fixture.place();
    wide = people.districtWide(place.district(), Role.COORDINATOR);
    nurse = people.atSchool(place.district(), place.school(), Role.TEAM);
  }

  @Test
  void shouldNameWhoActsAtSchoolAndWhoIsOnCall() {
    try (Surfer surfer = new Surfer(port).signIn(wide.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/roles");
      Locator school = section(page, "Harbor Elementary School");
      school.getByLabel("Role").selectOption("NURSE");
      school.getByLabel("Person").selectOption(nurse.id().toString());
      school.locator("form[action$='/roles/name'] button").click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
      assertThat(roles.ownersOf(place.district(), place.school(), SchoolRole.NURSE))
          .isNotEqualTo(OwnerGroup.coordinators(place.school()));

      page.locator("#on-call").selectOption(new SelectOption().setIndex(0));
      page.locator("form[action$='/roles/on-call'] button").last().click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
      assertThat(roles.onCall(place.district())).isNotEmpty();
      page.locator("#out-of-hours").fill("Call 211, day and night.");
      page.locator("form[action$='/roles/out-of-hours'] button").click();
      assertThat(roles.outOfHours(place.district())).isEqualTo("Call 211, day and night.");
      surfer.look("roles");

      section(page, "Harbor Elementary School").locator("dd button").first().click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
      assertThat(roles.ownersOf(place.district(), place.school(), SchoolRole.NURSE))
          .isEqualTo(OwnerGroup.coordinators(place.school()));
    }
  }

  @Test
  void shouldSaveNothingThatCannotBe() {
    Actor elsewhere = people.districtWide(fixture.place().district(), Role.TEAM);
    try (Surfer surfer = new Surfer(port).signIn(wide.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      String usual = roles.outOfHours(place.district());
      surfer.open("/roles");
      page.locator("#out-of-hours").fill("   ");
      page.locator("form[action$='/roles/out-of-hours'] button").click();
      assertThat(page.locator("[role=alert]")).containsText("Not saved");
      assertThat(roles.outOfHours(place.district())).isEqualTo(usual);
      surfer.look("roles-refused");

      // somebody of another district, by a form that was tampered with
      page.locator("#on-call")
          .evaluate("(select, id) => select.options[0].value = id", elsewhere.id().toString());
      page.locator("form[action$='/roles/on-call'] button").last().click();
      assertThat(page.locator("[role=alert]")).containsText("Not saved");
      assertThat(page.locator("button[value='" + elsewhere.id() + "']")).hasCount(0);
    }
  }

  @Test
  void shouldBeForThoseWhoNamePeopleOnly() {
    Actor local = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    try (Surfer surfer = new Surfer(port).signIn(nurse.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/roles")).isEqualTo(403);
    }
    try (Surfer surfer = new Surfer(port).signIn(local.username(), TestPeople.PASSWORD)) {
      // A school's coordinator names people there, and nobody for the district.
      surfer.open("/roles");
      assertThat(surfer.page().locator("main")).containsText("Harbor Elementary School");
      assertThat(surfer.page().locator("#out-of-hours")).hasCount(0);
      surfer.page().evaluate("document.querySelector(\"input[name=school]\").value = ''");
      surfer.page().locator("form[action$='/roles/name'] button").click();
      surfer.page().waitForLoadState();
      assertThat(roles.ownersOf(place.district(), null, SchoolRole.NURSE))
          .isEqualTo(OwnerGroup.coordinators(place.district()));
    }
  }

  private static Locator section(Page page, String heading) {
    return page.locator("section")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("h2", new Page.LocatorOptions().setHasText(heading))));
  }
}
