package org.porchlight.visits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class AvailabilityPageTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Visitors visitors;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldLetAVisitorSayWhenAndWhereAndACoordinatorChangeIt() {
    TaskFixture.Place place = fixture.place();
    Actor visitor = people.atSchool(place.district(), place.school(), Role.VISITOR);
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    visitors.register(
        new NewVisitor(
            visitor.id(),
            "Nadia",
            VisitorRole.TEACHER,
            VisitorKind.SCHOOL,
            null,
            "en",
            Map.of("en", LanguageLevel.NATIVE),
            6));

    try (Surfer surfer = new Surfer(port).signIn(visitor.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/visits");
      page.getByText("My availability").click();
      page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).nth(1).fill("16:00");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=alert]")).containsText("from when until when");
      page.getByLabel("Until", new Page.GetByLabelOptions().setExact(true)).nth(1).fill("19:30");
      page.getByLabel("To families in these towns").fill("Hartford, West Hartford");
      page.getByLabel("Most families at once").fill("2");
      page.getByLabel("First day away").fill("2026-12-24");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
      surfer.look("availability");
    }
    assertThat(
            jdbc.sql("select weekday, starts::text, ends::text from visits.hours where user_id = ?")
                .param(visitor.id().value())
                .query()
                .singleRow())
        .isEqualTo(Map.of("weekday", 2, "starts", "16:00:00", "ends", "19:30:00"));
    assertThat(choice(visitor)).isEqualTo(LocalDate.of(2026, 12, 24));

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/visitors/" + visitor.id());
      page.getByText("Availability", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.getByLabel("To families in these towns")).hasValue("Hartford, West Hartford");
      page.getByLabel("First day away").fill("");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
    }
    assertThat(
            jdbc.sql("select caseload_limit from visits.visitor where user_id = ?")
                .param(visitor.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(
            jdbc.sql("select away_from is null from visits.choice where user_id = ?")
                .param(visitor.id().value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private LocalDate choice(Actor visitor) {
    return jdbc.sql("select away_from from visits.choice where user_id = ?")
        .param(visitor.id().value())
        .query(LocalDate.class)
        .single();
  }
}
