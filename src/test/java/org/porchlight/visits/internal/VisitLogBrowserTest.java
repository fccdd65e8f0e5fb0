package org.porchlight.visits.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log from the visitor's phone to the page on which it is read and amended. */
@PorchlightTest
class VisitLogBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private VisitLogMade made;
  @Autowired private ApplyVisitLog applyLog;
  @Autowired private JdbcClient jdbc;

  private VisitLogMade.Made visit;

  @BeforeEach
  void makeAVisit() {
    visit = made.visit();
  }

  @ParameterizedTest
  @EnumSource(VisitForm.class)
  void shouldAskInEachVisitForWhatItIsFor(VisitForm form) {
    long task = made.logTask(visit, form);

    try (Surfer surfer = signedIn(visit.visitor())) {
      surfer.open("/work/" + task);
      Page page = surfer.page();
      page.getByText("We met the family").click();
      assertThat(page.getByLabel("Planned", new Page.GetByLabelOptions().setExact(true)))
          .hasValue(java.util.regex.Pattern.compile("Ana and Jo"));
      assertThat(page.getByText("It was as planned")).isVisible();
      assertThat(page.getByText("Where did you meet?")).hasCount(0);
      surfer.look(form.id());
      page.getByText("It was as planned").click();
      assertThat(page.getByText("Where did you meet?")).isVisible();
      page.getByText("Show more reasons").click();
      page.getByText("Something else", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(page.getByLabel("What else makes it hard?")).isVisible();
      surfer.look(form.id() + "-unfolded");
    }
  }

  @Test
  void shouldWriteReadAndAmendALog() {
    long task = made.logTask(visit, VisitForm.FIRST);
    try (Surfer surfer = signedIn(visit.visitor())) {
      surfer.open("/work/" + task);
      Page page = surfer.page();
      page.getByText("We met the family").click();
      page.getByText("Grandparent").click();
      page.getByLabel("What goes well").fill("Sings with her grandmother");
      page.getByLabel("What gets in the way?").fill("The bus comes too early");
      page.getByText("Something else", new Page.GetByTextOptions().setExact(true)).first().click();
      page.getByLabel("What else makes it hard?").fill("A worry told in confidence");
      page.getByText("A bus pass").click();
      page.locator("[data-submit]").click();
      page.waitForURL("**/work?saved**");
    }
    UUID log = submissionOf(task);
    applyLog.apply(visit.visit(), log);
    String note = "/families/" + visit.opened().family() + "/visit-notes/" + log;

    try (Surfer surfer = signedIn(visit.coordinator())) {
      surfer.open("/families/" + visit.opened().family());
      Page page = surfer.page();
      page.getByText("Read the visit note").click();
      assertThat(page.locator("main")).containsText("Ana and Jo");
      assertThat(page.locator("main")).containsText("At home, 45 minutes");
      assertThat(page.locator("main")).containsText("Grandparent");
      assertThat(page.locator("main")).containsText("A worry told in confidence");
      page.getByText("Amend this note").click();
      assertThat(page.getByLabel("What goes well")).hasValue("Sings with her grandmother");
      page.getByText("Nobody was home").click();
      page.locator("[data-submit]").click();
      assertThat(page.locator("[data-errors]")).containsText("stays as it was logged");
      page.getByText("We met the family").click();
      page.getByLabel("What goes well").fill("Sings with her aunt");
      page.getByLabel("What gets in the way?").fill("The bus comes too early");
      surfer.look("visit-note-amend");
      page.locator("[data-submit]").click();
      page.waitForURL("**" + note);
      assertThat(page.locator("#main section.pl-card").nth(1)).containsText("Sings with her aunt");
      assertThat(page.getByText("What it said before")).isVisible();
      page.locator("main details summary").click();
      assertThat(page.locator("main details")).containsText("Sings with her grandmother");
      surfer.look("visit-note");
    }
    assertThatReportsRead(log, "Sings with her aunt");
  }

  @Test
  void shouldShowALogOnlyToThoseItIsFor() {
    long task = made.logTask(visit, VisitForm.FIRST);
    try (Surfer surfer = signedIn(visit.visitor())) {
      surfer.open("/work/" + task);
      Page page = surfer.page();
      page.getByText("We met the family").click();
      page.getByText("Something else", new Page.GetByTextOptions().setExact(true)).first().click();
      page.getByLabel("What else makes it hard?").fill("A worry told in confidence");
      page.locator("[data-submit]").click();
      page.waitForURL("**/work?saved**");
    }
    UUID log = submissionOf(task);
    applyLog.apply(visit.visit(), log);
    String note = "/families/" + visit.opened().family() + "/visit-notes/" + log;
    TaskFixture.Place place = visit.opened().place();
    long before = fixture.auditRows(visit.opened().family(), "OPENED");

    try (Surfer surfer = signedIn(people.atSchool(place.district(), place.school(), Role.TEAM))) {
      surfer.open(note);
      Page page = surfer.page();
      assertThat(page.locator("main")).containsText("Ana and Jo");
      assertThat(page.locator("main")).not().containsText("confidence");
      assertThat(page.getByText("Amend this note")).hasCount(0);
      org.assertj.core.api.Assertions.assertThat(surfer.open(note + "/amend")).isEqualTo(403);
    }
    org.assertj.core.api.Assertions.assertThat(fixture.auditRows(visit.opened().family(), "OPENED"))
        .isGreaterThan(before);
    TaskFixture.Place other = fixture.place();
    try (Surfer surfer =
        signedIn(people.atSchool(other.district(), other.school(), Role.COORDINATOR))) {
      org.assertj.core.api.Assertions.assertThat(surfer.open(note)).isNotEqualTo(200);
    }
    TaskFixture.Opened family = fixture.family(place, "Omar", "Nassar", "ar");
    try (Surfer surfer = signedIn(visit.coordinator())) {
      org.assertj.core.api.Assertions.assertThat(
              surfer.open("/families/" + family.family() + "/visit-notes/" + log))
          .isEqualTo(404);
    }
  }

  private void assertThatReportsRead(UUID log, String words) {
    org.assertj.core.api.Assertions.assertThat(
            jdbc.sql("select answers::text from visits.visit_log where submission = ?")
                .param(log)
                .query(String.class)
                .single())
        .contains(words);
  }

  private UUID submissionOf(long task) {
    return jdbc.sql("select id from engine.submission where task_key = ?")
        .param(task)
        .query(UUID.class)
        .single();
  }

  private Surfer signedIn(Actor actor) {
    return new Surfer(port).signIn(actor.username(), TestPeople.PASSWORD);
  }
}
