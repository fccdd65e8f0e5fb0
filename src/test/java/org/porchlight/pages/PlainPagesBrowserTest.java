package org.porchlight.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class PlainPagesBrowserTest {

  private static final String ROWS =
      """
      student_id,school_id,date,status,minutes
      nobody-1,s-1,2026-10-05,A,
      nobody-2,s-1,not a day,A,
      """;

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;

  @Test
  void shouldSayThatSomethingFailedWithAReferenceAndNoMore() {
    TaskFixture.Place place = fixture.place();
    Actor team = people.atSchool(place.district(), place.school(), Role.TEAM);

    try (Surfer surfer = signedIn(team)) {
      assertThat(surfer.open("/work/failing-page-of-a-test")).isEqualTo(500);
      Page page = surfer.page();
      assertThat(page.locator("h1")).hasText("Something failed here");
      assertThat(page.locator("main")).containsText("give the reference");
      assertThat(page.locator("body")).not().containsText("on purpose");
      surfer.look("error-500");
    }
  }

  @Test
  void shouldFoldWhatIsNotForEveryDayAndOpenItByKeyboard() {
    TaskFixture.Place place = fixture.place();
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = signedIn(coordinator)) {
      surfer.open("/work");
      Page page = surfer.page();
      assertThat(page.locator(".pl-nav a[href='/roles']")).isHidden();
      page.locator(".pl-more summary").press("Enter");
      assertThat(page.locator(".pl-nav a[href='/roles']")).isVisible();
      surfer.look("menu-open");
      page.locator(".pl-nav a[href='/roles']").press("Enter");
      page.waitForURL("**/roles");
      assertThat(page.locator(".pl-more summary[data-current]")).isVisible();
    }
  }

  @Test
  void shouldShowWhatAnImportSetAside() {
    TaskFixture.Place place = fixture.place();
    Actor admin = people.districtWide(place.district(), Role.ADMINISTRATOR);

    try (Surfer surfer = signedIn(admin)) {
      surfer.open("/imports");
      surfer.look("imports-empty");
      Page page = surfer.page();
      page.locator("#format").selectOption("attendance-csv");
      page.locator("#file")
          .setInputFiles(
              new FilePayload("attendance.csv", "text/csv", ROWS.getBytes(StandardCharsets.UTF_8)));
      page.getByText("Check the files").click();
      assertThat(page.locator("main")).containsText("attendance.csv");
      surfer.look("import-set-aside");
      page.getByText("Show the values").click();
      assertThat(page.locator("main")).containsText("not a day");
      surfer.look("quarantine");
      surfer.open("/imports");
      surfer.look("imports");
    }
  }

  private Surfer signedIn(Actor actor) {
    return new Surfer(port).signIn(actor.username(), TestPeople.PASSWORD);
  }
}
