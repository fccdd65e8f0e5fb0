package org.porchlight.referrals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.placement.Placement;
import org.porchlight.referrals.placement.PlacementState;
import org.porchlight.referrals.placement.Placements;
import org.porchlight.referrals.placement.ProgramOffers;
import org.porchlight.roster.Families;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.StudentId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class PlacementsTest {

  @LocalServerPort private int port;
  @Autowired ReferralFixture fixture;
  @Autowired TaskFixture tasks;
  @Autowired Placements placements;
  @Autowired ProgramOffers programs;
  @Autowired Families families;
  @Autowired Clock clock;

  @Test
  void shouldPutOnTheWaitListWhomNoSeatIsLeftForAndCountTheGap() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    DistrictId district = begun.opened().place().district();
    programs.describe(district, begun.pantry(), terms(1));
    TaskFixture.Opened second = tasks.family(begun.opened().place(), "Omar", "Khan", null);

    UUID first = offer(begun.opened(), begun);
    assertThat(offer(begun.opened(), begun)).as("once").isEqualTo(first);
    move(first, PlacementState.ENROLLED, begun);
    UUID waits = offer(second, begun);

    assertThat(placements.find(waits).map(Placement::state)).hasValue(PlacementState.WAIT_LISTED);
    assertThat(programs.find(district, begun.pantry()).orElseThrow())
        .satisfies(
            program -> {
              assertThat(program.free()).isZero();
              assertThat(program.waiting()).isEqualTo(1);
            });
    assertThatIllegalStateException().isThrownBy(() -> move(waits, PlacementState.ENROLLED, begun));
    move(first, PlacementState.STARTED, begun);
    move(first, PlacementState.ATTENDING, begun);
    move(first, PlacementState.LEFT, begun);
    move(waits, PlacementState.ENROLLED, begun);
    assertThatIllegalStateException().isThrownBy(() -> move(first, PlacementState.ENROLLED, begun));
  }

  @Test
  void shouldKnowWhichGradesItIsFor() {
    Program program =
        new Program(
            UUID.randomUUID(),
            "Camp",
            null,
            Program.Kind.SUMMER,
            0,
            5,
            null,
            null,
            null,
            3,
            0,
            false,
            null,
            java.util.List.of());
    assertThat(program.suits("K")).isTrue();
    assertThat(program.suits("05")).isTrue();
    assertThat(program.suits("6")).isFalse();
    assertThat(program.suits(null)).isTrue();
    assertThat(program.full()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProgramTerms(Program.Kind.SUMMER, 5, 3, null, null, null, false));
  }

  @Test
  void shouldPlaceAChildInTheBrowser() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);

    try (Surfer surfer =
        new Surfer(port).signIn(begun.coordinator().username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open("/resources/" + begun.pantry() + "/program");
      page.locator("#starts").fill("2030-07-10");
      page.locator("#ends").fill("2030-07-01");
      page.locator("main button:has-text('Save')").click();
      assertThat(page.locator("[role=alert]")).isVisible();
      surfer.look("program");
      page.locator("#ends").fill("2030-08-10");
      page.locator("#seats").fill("12");
      page.locator("main button:has-text('Save')").click();
      assertThat(page.locator("main")).containsText("12 of 12 free");
      surfer.look("programs");
      surfer.open("/families/" + begun.opened().family());
      page.getByText("Programs for the children").click();
      page.locator("main button:has-text('Offer a place')").click();
      assertThat(page.locator("main")).containsText("Offered");
      page.locator("main button:has-text('They have enrolled')").click();
      assertThat(page.locator("main")).containsText("Enrolled");
      surfer.look("family-programs");
    }
  }

  private ProgramTerms terms(int seats) {
    return new ProgramTerms(
        Program.Kind.AFTER_SCHOOL, 0, 12, LocalDate.of(2030, 1, 7), null, seats, true);
  }

  private UUID offer(TaskFixture.Opened opened, Begun begun) {
    StudentId student = families.find(opened.family()).orElseThrow().students().getFirst().id();
    return placements.offer(
        opened.caseId(), student, begun.pantry(), begun.coordinator().id(), clock.instant());
  }

  private void move(UUID placement, PlacementState to, Begun begun) {
    placements.move(placement, to, begun.coordinator().id(), clock.instant());
  }
}
