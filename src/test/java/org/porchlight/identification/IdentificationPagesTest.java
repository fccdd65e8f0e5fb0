package org.porchlight.identification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class IdentificationPagesTest {

  @LocalServerPort private int port;
  @Autowired private IdentificationRuns runs;
  @Autowired private Proposals proposals;
  @Autowired private Town town;
  @Autowired private TestPeople people;
  @Autowired private OtherSupports supports;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldPageAndFilterAndStayThereAfterADecision() {
    DistrictId district = town.district();
    for (int i = 0; i < 26; i++) {
      town.family(district, "elm-" + i, "elm", "es", 5);
    }
    town.family(district, "oak-1", "oak", "en", 20);
    Actor coordinator = people.districtWide(district, Role.COORDINATOR);
    runs.run(district, null, coordinator.id());

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/identification");
      Page page = surfer.page();
      assertThat(page.locator("tbody tr")).hasCount(25);
      assertThat(page.locator("main")).containsText("27 families, page 1 of 2");
      surfer.look("identification");
      page.getByLabel("School", new Page.GetByLabelOptions().setExact(true))
          .selectOption("elm school");
      page.getByText("Show", new Page.GetByTextOptions().setExact(true)).press("Enter");
      assertThat(page.locator("main")).containsText("26 families, page 1 of 2");
      page.getByText("Next 25").press("Enter");
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody td").first()).hasText("27");
      page.getByText("Accept", new Page.GetByTextOptions().setExact(true)).press("Enter");

      assertThat(page.locator("[role=status]")).isFocused();
      assertThat(page.locator("main")).containsText("25 families, page 1 of 1");
      assertThat(page.getByLabel("School", new Page.GetByLabelOptions().setExact(true)))
          .hasValue(town.school(district, "elm").toString());
      surfer.look("identification-decided");
    }
    assertThat(proposals.ranked(coordinator)).hasSize(26);
  }

  @Test
  void shouldShowWhatCameBeforeAndWhoElseHelps() {
    DistrictId district = town.district();
    FamilyId family = town.family(district, "elm-1", "elm", "es", 20);
    Actor coordinator = people.districtWide(district, Role.COORDINATOR);
    endedCase(district, family, coordinator);
    supports.add(
        UUID.randomUUID(),
        family,
        OtherSupports.Kind.SCHOOL_SOCIAL_WORKER,
        "Elm",
        LocalDate.of(2026, 9, 1),
        null,
        coordinator.id());
    runs.run(district, null, coordinator.id());

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      for (String path : List.of("/identification", "/identification/nominate/" + family)) {
        surfer.open(path);
        assertThat(surfer.page().locator("main"))
            .containsText("Missing school again Had visits until March 2, 2026 (2)");
        assertThat(surfer.page().locator("main")).containsText("Call after five");
        assertThat(surfer.page().locator("main"))
            .containsText("Also helped by: School social worker (Elm), since September 1, 2026");
        surfer.look(path.contains("nominate") ? "nominate-before" : "identification-before");
      }
    }
  }

  /** Longer ago than the rest that the program gives. */
  private void endedCase(DistrictId district, FamilyId family, Actor by) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into cases.family_case (id, family_id, district_id, proposal_id, run, state,
              outcome, closing_reason, visits_done, opened_at, closed_at, version)
            values (?, ?, ?, ?, 1, 'CLOSED', 'CLOSED', 'RECOVERED', 2, '2025-10-01T12:00:00Z',
              '2026-03-02T17:00:00Z', 0)
            """)
        .params(id, family.value(), district.value(), UUID.randomUUID())
        .update();
    jdbc.sql(
            """
            insert into cases.closing (case_id, run, reason, remember, by_user, at)
            values (?, 1, 'RECOVERED', 'Call after five', ?, '2026-03-02T17:00:00Z')
            """)
        .params(id, by.id().value())
        .update();
  }
}
