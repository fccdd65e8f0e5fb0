package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.TestCases;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where a case stands, on the family's page: in words, and on the diagram. */
@PorchlightTest
class FamilyWayBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestCases testCases;
  @Autowired private CaseWalk walk;

  @Test
  void shouldShowWhereTheCaseStandsAndHowItCameThere() {
    TestCases.Opened about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(about.coordinator().username(), TestPeople.PASSWORD);
      surfer.open("/families/" + about.family());
      Page page = surfer.page();
      Locator fold = page.locator("[data-diagrams]");
      fold.locator("> summary").focus();
      page.keyboard().press("Enter");

      assertThat(fold.locator(".pl-places")).containsText("Plan the first contact");
      assertThat(fold.locator(".pl-places")).containsText("at the latest");
      fold.locator("[data-drawn=done]").waitFor();
      assertThat(fold.locator("[data-element-id=userTask_PlanFirstContact]").first())
          .hasClass(Pattern.compile("pl-now"));
      assertThat(fold.locator("[data-element-id=task_ClaimRun]").first())
          .hasClass(Pattern.compile("pl-passed"));
      assertThat(fold.locator(".bjs-powered-by").first()).isVisible();
      surfer.look("family-way");
      fold.locator("[data-view=whole]").first().press("Enter");
      fold.locator(".pl-steps > summary").first().press("Enter");
      assertThat(fold.locator(".pl-steps").first()).containsText("Claim the run");
      surfer.look("family-way-whole");
    }
    walk.leave(about);
  }

  @Test
  void shouldSayWhatACaseWaitsForThatWaitsForSomebodyElse() {
    TestCases.Opened about = testCases.open();
    walk.plan(about, "TEXT");
    walk.awaitPlace(about.id(), "gateway_AwaitPair");

    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(about.coordinator().username(), TestPeople.PASSWORD);
      surfer.open("/families/" + about.family());

      assertThat(surfer.page().locator("#main"))
          .containsText(
              Pattern.compile("Nothing waits for you or your team here\\.\\s+Now: .*isitor"));
    }
    walk.leave(about);
  }

  @Test
  void shouldListEveryOpenCaseWithWhereItStands() {
    TestCases.Opened about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");

    try (Surfer surfer = new Surfer(port)) {
      surfer.signIn(about.coordinator().username(), TestPeople.PASSWORD);
      surfer.open("/families");
      Page page = surfer.page();
      page.getByText("Open cases, and where each stands").click();

      Locator line = page.locator("tr", new Page.LocatorOptions().setHasText("Plan the first"));
      assertThat(line).hasCount(1);
      assertThat(line).containsText("at the latest");
      surfer.look("open-cases");
      line.getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
      assertThat(page).hasURL(Pattern.compile("/families/" + about.family()));
    }
    walk.leave(about);
  }
}
