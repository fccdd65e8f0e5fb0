package org.porchlight.referrals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Disclosures;
import org.porchlight.access.Disclosures.Disclosure;
import org.porchlight.access.Disclosures.Kind;
import org.porchlight.cases.BarrierCode;
import org.porchlight.embedded.mail.MailCatcher;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a partner without an account sees, and what it must never see. */
@PorchlightTest
class PartnerPageTest {

  private static final Pattern LINK = Pattern.compile("http://[^/]+(/partner/[A-Za-z0-9_-]{43})");

  @LocalServerPort private int port;
  @Autowired ReferralFixture fixture;
  @Autowired Referrals referrals;
  @Autowired Disclosures disclosures;
  @Autowired MailCatcher mail;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  void shouldShowWhatTheFamilyAgreedToShareAndNothingElse() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID referral = sent(begun);
    String link = link(begun, 1);

    try (Surfer surfer = new Surfer(port)) {
      Page page = surfer.page();
      Response door = page.navigate("http://127.0.0.1:" + port + link);
      assertThat(door.status()).isEqualTo(200);
      assertThat(door.headerValue("referrer-policy")).isEqualTo("no-referrer");
      assertThat(door.headerValue("cache-control")).contains("no-store");
      assertThat(door.headerValue("x-robots-tag")).contains("noindex");
      assertThat(door.headerValue("content-security-policy")).contains("default-src 'self'");
      surfer.look("partner-door");
      assertThat(page.content()).doesNotContain("Samira");
      // Scanners and previews read it as often as they like.
      page.reload();
      assertThat(kinds(begun)).containsExactly(Kind.SENT);

      click(page, "Open the page");
      assertThat(page.url()).endsWith("/partner/referral");
      assertThat(page.locator("main")).containsText("Samira");
      assertThat(page.locator("main")).containsText("(860) 555-0142");
      assertThat(page.locator("main")).containsText("Arabic");
      String all = page.content();
      assertThat(all)
          .doesNotContain("Haddad")
          .doesNotContain("Nadia")
          .doesNotContain("Invented Street")
          .doesNotContain("Elementary")
          .doesNotContain("the words of the family")
          .doesNotContain("B_FOOD")
          .doesNotContain(begun.opened().caseId().toString())
          .doesNotContain(begun.barrier().toString())
          .doesNotContain(referral.toString())
          .doesNotContain("absen");
      assertThat(page.locator("nav").count()).isZero();
      surfer.look("partner-referral");
      assertThat(kinds(begun)).containsExactly(Kind.OPENED, Kind.SENT);
      page.reload();
      assertThat(kinds(begun)).hasSize(2);
    }
  }

  @Test
  void shouldTakeThePartnersAnswers() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID referral = sent(begun);

    try (Surfer surfer = new Surfer(port)) {
      Page page = enter(surfer, link(begun, 1));
      click(page, "Send");
      assertThat(page.locator("[role=alert]")).containsText("choose how it is going");
      choose(page, "We cannot help with this");
      click(page, "Send");
      assertThat(page.locator("[role=alert]")).isVisible();
      assertThat(referrals.news(referral)).isZero();

      choose(page, "We take it on");
      click(page, "Send");
      assertThat(page.locator("[role=status]")).containsText("Thank you");
      assertThat(page.locator("main")).containsText("You have taken it on");
      choose(page, "It is under way");
      page.locator("#words").fill("<b>First box</b> given");
      click(page, "Send");
      assertThat(page.locator("main")).containsText("<b>First box</b> given");
      surfer.look("partner-under-way");
      // With the keyboard alone.
      page.getByLabel("It is done").focus();
      page.keyboard().press("Space");
      page.locator("button:has-text('Send')").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).containsText("Nothing more is needed");
      assertThat(page.locator("main")).not().containsText("Samira");
      surfer.look("partner-over");
    }
    assertThat(referrals.find(referral).map(Referral::status)).hasValue(ReferralStatus.COMPLETED);
    assertThat(referrals.news(referral)).isEqualTo(3);
  }

  @Test
  void shouldOpenOnceAndSendANewLinkToTheSameAddressOnly() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    sent(begun);
    String first = link(begun, 1);

    try (Surfer surfer = new Surfer(port);
        Surfer other = new Surfer(port)) {
      enter(surfer, first);
      Page thief = enter(other, first);
      assertThat(thief.locator("main")).containsText("This link opens nothing now");
      other.look("partner-shut");
      assertThat(other.open("/partner/referral")).isEqualTo(404);

      other.open(first);
      click(thief, "Open the page");
      jdbc.sql("update referrals.partner_link set created_at = created_at - interval '1 hour'")
          .update();
      click(thief, "Send me a new link");
      assertThat(thief.locator("main")).containsText("Please look into your mail");
      other.look("partner-asked");
      String second = link(begun, 2);
      assertThat(second).isNotEqualTo(first);
      // The visit of the older link is over with it.
      assertThat(surfer.open("/partner/referral")).isEqualTo(404);
      assertThat(enter(surfer, second).locator("main")).containsText("Samira");
      click(surfer.page(), "Close this page");
      assertThat(surfer.open("/partner/referral")).isEqualTo(404);
      surfer.look("partner-left");
    }
  }

  @Test
  void shouldAnswerGuessesAndOldLinksAlike() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID referral = sent(begun);
    String link = link(begun, 1);
    jdbc.sql("update referrals.partner_link set ends_at = ? where referral_id = ?")
        .params(java.sql.Timestamp.from(clock.instant()), referral)
        .update();

    try (Surfer surfer = new Surfer(port)) {
      String old = enter(surfer, link).locator("main").innerText();
      String guessed = enter(surfer, "/partner/" + "A".repeat(43)).locator("main").innerText();
      String nonsense = enter(surfer, "/partner/hello").locator("main").innerText();
      assertThat(guessed).isEqualTo(old);
      assertThat(nonsense).isEqualTo(old);
      click(surfer.page(), "Send me a new link");
      assertThat(surfer.page().locator("main")).containsText("Please look into your mail");
    }
    assertThat(kinds(begun)).containsExactly(Kind.SENT);
  }

  @Test
  void shouldCloseAtOnceAndKindlyWhereTheFamilyTakesItBack() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID referral = sent(begun);

    try (Surfer surfer = new Surfer(port)) {
      Page page = enter(surfer, link(begun, 1));
      assertThat(page.locator("main")).containsText("Samira");
      referrals.cancel(
          referral, CancelReason.CONSENT_WITHDRAWN, begun.coordinator().id(), clock.instant());

      choose(page, "We take it on");
      click(page, "Send");
      assertThat(page.locator("main")).containsText("The family has changed its mind");
      assertThat(page.locator("main")).not().containsText("Samira");
      surfer.look("partner-withdrawn");
    }
    assertThat(referrals.news(referral)).isZero();
    assertThat(kinds(begun)).containsExactly(Kind.REFUSED, Kind.OPENED, Kind.SENT);
  }

  @Test
  void shouldShowTheMailOfTheDemonstration() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    sent(begun);
    link(begun, 1);

    try (Surfer surfer =
        new Surfer(port).signIn(begun.coordinator().username(), TestPeople.PASSWORD)) {
      surfer.open("/phones/mail");
      assertThat(surfer.page().locator("main")).containsText(begun.mailbox());
      surfer.look("phones-mail");
    }
  }

  private UUID sent(Begun begun) {
    UUID referral = fixture.consented(begun);
    referrals.send(referral, clock.instant().plus(Duration.ofDays(7)), clock.instant());
    return referral;
  }

  /** The path of the newest link, when so many e-mails have come. */
  private String link(Begun begun, int mails) {
    List<MailCatcher.Caught> caught =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    mail.all().stream().filter(each -> each.to().equals(begun.mailbox())).toList(),
                found -> found.size() == mails);
    String text = caught.getFirst().text();
    assertThat(text + caught.getFirst().subject())
        .doesNotContain("Samira")
        .doesNotContain("Haddad")
        .doesNotContain("555");
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as("a link in %s", text).isTrue();
    return link.group(1);
  }

  private static Page enter(Surfer surfer, String link) {
    surfer.open(link);
    click(surfer.page(), "Open the page");
    return surfer.page();
  }

  private static void click(Page page, String button) {
    page.locator("main button:has-text('" + button + "')").click();
  }

  private static void choose(Page page, String answer) {
    page.locator("label:has-text('" + answer + "')").click();
  }

  private List<Kind> kinds(Begun begun) {
    return disclosures.of(begun.opened().family()).stream().map(Disclosure::kind).toList();
  }
}
