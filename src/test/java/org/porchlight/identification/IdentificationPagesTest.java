package org.porchlight.identification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class IdentificationPagesTest {

  @LocalServerPort private int port;
  @Autowired private IdentificationRuns runs;
  @Autowired private Proposals proposals;
  @Autowired private Town town;
  @Autowired private TestPeople people;

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
}
