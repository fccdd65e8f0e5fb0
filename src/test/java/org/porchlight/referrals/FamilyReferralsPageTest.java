package org.porchlight.referrals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.Way;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PorchlightTest
class FamilyReferralsPageTest {

  @LocalServerPort private int port;
  @Autowired ReferralFixture fixture;
  @Autowired TestPeople people;
  @Autowired Referrals referrals;
  @Autowired PartnerNews partners;
  @Autowired Clock clock;

  @Test
  void shouldShowWhatWasSharedAndTakeItBackAtOnce() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = fixture.consented(begun);
    referrals.send(id, clock.instant().plus(Duration.ofDays(7)), clock.instant());
    partners.say(id, PartnerAnswer.ACCEPTED, null, "We call on Monday", clock.instant());
    UUID waiting =
        referrals.draft(
            begun.barrier(),
            begun.pantry(),
            Way.WITH_CONSENT,
            begun.coordinator().id(),
            clock.instant());
    String family = "/families/" + begun.opened().family();

    try (Surfer surfer =
        new Surfer(port).signIn(begun.coordinator().username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      surfer.open(family);
      assertThat(page.locator("#referrals")).containsText("They take it on");
      assertThat(page.locator("#referrals")).containsText("We call on Monday");
      page.getByText("3 things are shared").click();
      assertThat(page.locator("#referrals")).containsText("Signed on paper");
      page.getByText("What was shared outside the school").first().click();
      assertThat(page.locator("main")).containsText("Harbor Food Pantry, Harbor Neighbors");
      surfer.look("family-referrals");
      page.getByText("to print and sign").click();
      assertThat(page.locator("main")).containsText("May we tell Harbor Food Pantry about you?");
      surfer.look("consent-sheet");
      surfer.open(family);
      page.locator("button:has-text('The family takes this back')").click();
      assertThat(page.locator("#referrals")).containsText("took back what it had agreed to");
      assertThat(page.locator("button:has-text('The family takes this back')").count()).isZero();
      assertThat(surfer.open("/families/disclosures.csv?from=2026-01-01&to=2030-01-01"))
          .as("not for one school's staff")
          .isEqualTo(403);
    }
    assertThat(referrals.find(id).map(Referral::status)).hasValue(ReferralStatus.CANCELLED);
    assertThat(referrals.find(waiting).map(Referral::status))
        .hasValue(ReferralStatus.CONSENT_PENDING);
  }

  @Test
  void shouldNotShowItOutsideTheScope() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = fixture.consented(begun);
    Begun elsewhere = fixture.begin(BarrierCode.B_FOOD);
    Actor admin = people.districtWide(begun.opened().place().district(), Role.ADMINISTRATOR);

    try (Surfer stranger =
            new Surfer(port).signIn(elsewhere.coordinator().username(), TestPeople.PASSWORD);
        Surfer wide = new Surfer(port).signIn(admin.username(), TestPeople.PASSWORD)) {
      assertThat(
              stranger.open("/families/" + begun.opened().family() + "/referrals/" + id + "/sheet"))
          .isEqualTo(403);
      assertThat(
              stranger.open(
                  "/families/" + elsewhere.opened().family() + "/referrals/" + id + "/sheet"))
          .isEqualTo(404);
      String csv =
          wide.page()
              .evaluate(
                  "fetch('/families/disclosures.csv?from=2020-01-01&to=2040-01-01').then(r => r.text())")
              .toString();
      assertThat(csv).startsWith("at,kind,party,students,family,what");
    }
  }
}
