package org.porchlight.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class CommonNeedsTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Barriers barriers;
  @Autowired private ProcessClock time;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldShowWhatManyToldAndNothingOfFew() {
    // given four schools of 25 families: food is told at all, a lot at one and by few at another
    TaskFixture.Place harbor = fixture.place();
    tell(harbor, BarrierCode.B_FOOD, 20, 25);
    tell(at(harbor, "Lakeside School"), BarrierCode.B_FOOD, 8, 25);
    tell(at(harbor, "Meadow School"), BarrierCode.B_FOOD, 9, 25);
    TaskFixture.Place hill = at(harbor, "Hill School");
    tell(hill, BarrierCode.B_FOOD, 2, 25);
    tell(hill, BarrierCode.B_TRANSPORT, 4, 0);
    tell(hill, BarrierCode.B_JUSTICE_FOSTER, 9, 0);
    Actor coordinator = people.districtWide(harbor.district(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/insight/needs");
      var main = surfer.page().locator("main");
      assertThat(main).containsText("39 families");
      assertThat(main).containsText("Harbor Elementary School: 20");
      assertThat(main).containsText("Hill School: not shown");
      assertThat(main).containsText("Lakeside School: not shown");
      assertThat(main).not().containsText("4 families");
      surfer.look("common-needs");
      String csv =
          (String)
              surfer.page().evaluate("fetch('/insight/needs/csv').then(answer => answer.text())");
      assertThat(csv)
          .contains("\"Harbor Elementary School\",20\r\n", "\"Hill School\",\r\n")
          .doesNotContain("B_TRANSPORT", "B_JUSTICE_FOSTER");
    }
  }

  private void tell(TaskFixture.Place place, BarrierCode code, int told, int more) {
    for (int i = 0; i < Math.max(told, more); i++) {
      CaseId family = fixture.family(place, "Ana", "Sample", "en").caseId();
      if (i < told) {
        barriers.tell(
            new Barriers.Telling(
                family, code, Barriers.Source.PAGE, "test", null, null, time.now(), null));
      }
    }
  }

  private TaskFixture.Place at(TaskFixture.Place place, String name) {
    UUID school = UUID.randomUUID();
    jdbc.sql("insert into roster.school (id, district_id, source_id, name) values (?, ?, ?, ?)")
        .params(school, place.district().value(), name, name)
        .update();
    return new TaskFixture.Place(place.district(), new SchoolId(school));
  }
}
