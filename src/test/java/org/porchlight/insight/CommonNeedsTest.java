package org.porchlight.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.OwnResources;
import org.porchlight.referrals.ReferralFixture;
import org.porchlight.referrals.record.ConfirmedBy;
import org.porchlight.referrals.record.LoopOutcome;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.Way;
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
  @Autowired private OwnResources resources;
  @Autowired private Referrals referrals;
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

  @Test
  void shouldShowWhichResourcesHelpAndWhichNeedsHaveNone() {
    // given a pantry that was chosen for 25 families and helped 14, another that was chosen for 5,
    // and 8 families without a way to school, for whom the directory has nothing
    TaskFixture.Place harbor = fixture.place();
    List<UUID> food = tell(harbor, BarrierCode.B_FOOD, 30, 0);
    tell(harbor, BarrierCode.B_TRANSPORT, 8, 0);
    Actor coordinator = people.districtWide(harbor.district(), Role.COORDINATOR);
    UUID pantry = pantry(harbor, "Harbor Food Pantry", coordinator);
    UUID kitchen = pantry(harbor, "Evening Soup Kitchen", coordinator);
    for (int i = 0; i < 30; i++) {
      LoopOutcome outcome = i < 14 ? LoopOutcome.NEED_MET : LoopOutcome.NOT_MET;
      tried(food.get(i), i < 25 ? pantry : kitchen, outcome, coordinator);
    }

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/insight/needs");
      var main = surfer.page().locator("main");
      var row = main.locator("tr:has-text('Harbor Food Pantry')");
      assertThat(row.locator("[data-label='Chosen for']")).hasText("25");
      assertThat(row.locator("[data-label='It helped']")).hasText("14");
      assertThat(row.locator("[data-label='It did not help']")).hasText("not shown");
      assertThat(main).not().containsText("Evening Soup Kitchen");
      var gap = main.locator("tr:has-text('Whole district')");
      assertThat(gap).hasCount(1);
      assertThat(gap).containsText("The directory has none");
      assertThat(gap.locator("[data-label='Families who told it']")).hasText("8");
      surfer.look("needs-met");
      String csv =
          (String)
              surfer.page().evaluate("fetch('/insight/needs/csv').then(answer => answer.text())");
      assertThat(csv)
          .contains("resource:HELPED,\"Harbor Food Pantry\",14\r\n")
          .contains("resource:NOT,\"Harbor Food Pantry\",\r\n")
          .contains("desert:NO_RESOURCE,\"Whole district\",8\r\n")
          .doesNotContain("Evening Soup Kitchen");
    }
  }

  private UUID pantry(TaskFixture.Place place, String name, Actor by) {
    return resources.add(
        place.district(),
        ReferralFixture.resource(name, null, Need.FOOD, "pantry@harbor.example", List.of()),
        by.id());
  }

  private void tried(UUID barrier, UUID resource, LoopOutcome outcome, Actor by) {
    UUID referral = referrals.draft(barrier, resource, Way.FAMILY_CARRIES, by.id(), time.now());
    referrals.outcome(referral, outcome, ConfirmedBy.FAMILY, time.now());
  }

  private List<UUID> tell(TaskFixture.Place place, BarrierCode code, int told, int more) {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < Math.max(told, more); i++) {
      CaseId family = fixture.family(place, "Ana", "Sample", "en").caseId();
      if (i < told) {
        all.add(
            barriers.tell(
                new Barriers.Telling(
                    family, code, Barriers.Source.PAGE, "test", null, null, time.now(), null)));
      }
    }
    return all;
  }

  private TaskFixture.Place at(TaskFixture.Place place, String name) {
    UUID school = UUID.randomUUID();
    jdbc.sql("insert into roster.school (id, district_id, source_id, name) values (?, ?, ?, ?)")
        .params(school, place.district().value(), name, name)
        .update();
    return new TaskFixture.Place(place.district(), new SchoolId(school));
  }
}
