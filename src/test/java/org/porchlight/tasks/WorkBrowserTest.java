package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class WorkBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;

  @Test
  void shouldShowTheSignInPage() {
    try (Surfer nobody = new Surfer(port)) {
      nobody.open("/work");
      nobody.look("sign-in");
    }
  }

  @Test
  void shouldTakeOnAndFinishATaskWithTheKeyboardAlone() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Lina", "Haddad", "ar");
    long task = fixture.task(family, "userTask_PlanFirstContact", Duration.ofHours(30));
    fixture.task(
        fixture.family(place, "José", "Ortiz Rivera", "es"),
        "userTask_ContactFamily",
        Duration.ofHours(-3));
    fixture.task(
        fixture.family(place, "سارة", "الحسن", "ar"), "userTask_FollowUpCall", Duration.ofDays(4));
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = signedIn(coordinator)) {
      surfer.look("work-queue");
      Page page = surfer.page();
      page.keyboard().press("Tab");
      assertThat(page.locator(".usa-skipnav")).isFocused();
      page.keyboard().press("Enter");
      page.locator("#task-" + task).locator("xpath=ancestor::tr").locator("button").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("You have taken the task on");

      page.locator("#task-" + task).focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.HEADING, heading("Plan the first contact"))).isVisible();
      surfer.look("task");
      page.getByLabel("What to know").fill("refuse");
      page.locator("[data-submit]").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("[data-errors]")).isFocused();
      surfer.look("task-errors");
      page.getByLabel("A text message").press("Space");
      page.locator("[data-submit]").press("Enter");
      assertThat(page.locator("[data-errors]")).containsText("Write something else than that");

      // An earlier draft may still be said to be kept: wait for this one.
      page.waitForResponse(
          answer ->
              answer.url().endsWith("/draft")
                  && String.valueOf(answer.request().postData()).contains("Loves chess"),
          () -> page.getByLabel("What to know").fill("Loves chess"));
      assertThat(page.locator("[data-status]")).containsText("Draft kept");
      page.reload();
      assertThat(page.getByLabel("What to know")).hasValue("Loves chess");
      page.locator("[data-submit]").press("Enter");
      page.waitForURL("**/work?saved**");
      assertThat(page.locator("#task-" + task)).hasCount(0);

      surfer.open("/work/" + task);
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("You saved this");
      assertThat(page.getByLabel("What to know")).hasValue("Loves chess");
      surfer.look("task-done");
    }
    assertThat(fixture.saved(task).get("submitted_by")).isEqualTo(coordinator.id().value());
  }

  @Test
  void shouldOpenAFamilyOnceAndOnlyInsideTheScope() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Lina", "Haddad", "ar");
    fixture.task(family, "userTask_AgreeTime", Duration.ofDays(1));
    TaskFixture.Opened elsewhere = fixture.family(fixture.place(), "Omar", "Nassar", "ar");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = signedIn(coordinator)) {
      surfer.open("/families");
      Page page = surfer.page();
      page.getByLabel("Name of a student or guardian").fill("haddad");
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lina")).waitFor();
      assertThat(page.url()).doesNotContain("haddad");
      surfer.look("families");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lina")).click();
      assertThat(page.locator("h1")).containsText("Lina Haddad");
      assertThat(page.getByText("Arabic").first()).isVisible();
      surfer.look("family");
      assertThat(surfer.open("/families/" + elsewhere.family())).isEqualTo(403);
    }
    assertThat(fixture.auditRows(family.family(), "OPENED")).isEqualTo(1);
    assertThat(fixture.auditRows(elsewhere.family(), "DENIED")).isEqualTo(1);
  }

  @Test
  void shouldSayInPlainWordsWhatIsNotOpen() {
    TaskFixture.Place place = fixture.place();
    Actor team = people.atSchool(place.district(), place.school(), Role.TEAM);

    try (Surfer surfer = signedIn(team)) {
      assertThat(surfer.open("/imports")).isEqualTo(403);
      surfer.look("error-403");
      assertThat(surfer.open("/work/no-such-page/at/all")).isEqualTo(404);
      surfer.look("error-404");
    }
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private Surfer signedIn(Actor actor) {
    return new Surfer(port).signIn(actor.username(), TestPeople.PASSWORD);
  }
}
