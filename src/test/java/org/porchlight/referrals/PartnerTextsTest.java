package org.porchlight.referrals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.CaseWalk;
import org.porchlight.embedded.mail.MailCatcher;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.UnmatchedTexts;
import org.porchlight.messaging.UnmatchedTexts.Unmatched;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners that read texts rather than mail. */
@PorchlightTest
class PartnerTextsTest {

  private static final Pattern LINK = Pattern.compile("http://[^/]+(/partner/([A-Za-z0-9_-]{43}))");
  private static final int NO_SUCH_NUMBER = 21211;

  @LocalServerPort private int port;
  @Autowired ReferralFixture fixture;
  @Autowired HelpWalk walk;
  @Autowired CaseWalk cases;
  @Autowired Correspondence correspondence;
  @Autowired Referrals referrals;
  @Autowired TestPhones phones;
  @Autowired OptOuts optOuts;
  @Autowired UnmatchedTexts unmatched;
  @Autowired MailCatcher mail;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @BeforeEach
  void openTheWindow() {
    correspondence.openWindow();
  }

  @Test
  void shouldTextALinkThatStandsInNoRowOfOurs() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    PhoneNumber phone = phones.number();
    sent(begun, fixture.texting(begun, phone, null));

    String text = text(phone, 1);

    assertThat(text)
        .contains("Family Visits: we have a request for your organization.")
        .contains("STOP")
        .doesNotContain("Samira", "Haddad", "Nadia", "555", "ood");
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as("a link in %s", text).isTrue();
    String token = link.group(2);
    for (String table :
        List.of("intent", "attempt", "wording", "english", "event_outbox", "correspondent")) {
      assertThat(
              jdbc.sql("select count(*) from messaging." + table + " t where t::text like ?")
                  .param("%" + token + "%")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void shouldOpenOnceAndTextANewLinkToTheSamePhone() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    PhoneNumber phone = phones.number();
    sent(begun, fixture.texting(begun, phone, null));
    String first = link(phone, 1);

    try (Surfer surfer = new Surfer(port)) {
      Page page = enter(surfer, first);
      assertThat(page.locator("main")).containsText("Samira");
      assertThat(enter(surfer, first).locator("main")).containsText("This link opens nothing now");
      jdbc.sql("update referrals.partner_link set created_at = created_at - interval '1 hour'")
          .update();
      click(page, "Send me a new link");
      assertThat(page.locator("main")).containsText("Please look into your mail or your texts");
      String second = link(phone, 2);
      assertThat(second).isNotEqualTo(first);
      assertThat(enter(surfer, second).locator("main")).containsText("Samira");
    }
  }

  @Test
  void shouldSendByTextWhereThePartnerPrefersThatAndByMailOnceItWantsNoTexts() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    PhoneNumber phone = phones.number();
    String mailbox = "friend-" + UUID.randomUUID() + "@harbor.example";
    UUID friend = fixture.texting(begun, phone, mailbox);
    sent(begun, friend);
    assertThat(text(phone, 1)).contains("/partner/");

    phones.write(phone, "stop");
    await().untilAsserted(() -> assertThat(optOuts.optedOut(phone)).isTrue());
    sent(begun, friend);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mail.all().stream().anyMatch(each -> each.to().equals(mailbox)));
    assertThat(phones.texts(phone)).filteredOn(text -> text.contains("/partner/")).hasSize(1);
  }

  @Test
  void shouldShowAPersonWhatThePartnerWritesBack() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    PhoneNumber phone = phones.number();
    UUID friend = fixture.texting(begun, phone, null);
    sent(begun, friend);
    text(phone, 1);

    phones.write(phone, "Yes");

    Unmatched said = await().until(() -> of(phone), found -> found != null);
    assertThat(said.possible())
        .extracting(each -> each.recipient())
        .containsExactly(new Recipient.OfPartner(friend));
    try (Surfer surfer =
        new Surfer(port).signIn(begun.coordinator().username(), TestPeople.PASSWORD)) {
      surfer.open("/work/texts/unmatched");
      assertThat(surfer.page().locator("main")).containsText("Big Friend");
      surfer.look("unmatched-partner");
    }
    assertThat(unmatched.handled(said.text(), begun.coordinator().id())).isTrue();
    assertThat(of(phone)).isNull();
  }

  /** The whole way, from the choice to the family's yes. */
  @Test
  void shouldSeeABarrierToItsEndThroughAPartnerWithAPhoneOnly() {
    Told told = walk.tell(BarrierCode.B_FOOD);
    PhoneNumber phone = phones.number();
    choose(told, walk.textable(told, "Big Friend", phone));

    try (Surfer surfer = new Surfer(port)) {
      Page page = enter(surfer, link(phone, 1));
      page.locator("label:has-text('We take it on')").click();
      click(page, "Send");
      page.locator("label:has-text('It is done')").click();
      click(page, "Send");
      assertThat(page.locator("main")).containsText("Nothing more is needed");
    }
    walk.familyAnswers(told, Answer.YES);

    walk.awaitEnd(told, End.RESOLVED);
    cases.leave(told.about());
  }

  @Test
  void shouldChooseAgainAtOnceWhereTheTextCannotArrive() {
    Told told = walk.tell(BarrierCode.B_FOOD);
    PhoneNumber phone = phones.number();
    phones.fault(phone, "REJECT", NO_SUCH_NUMBER, 0, 1);
    choose(told, walk.textable(told, "Big Friend", phone));

    walk.awaitTask(told, "userTask_ChooseHelp");
    assertThat(walk.passed(told)).contains("task_HearPartner");
    assertThat(walk.referral(told).cancelReason()).isEqualTo(CancelReason.NOT_SENT);
    assertThat(phones.texts(phone)).isEmpty();
    cases.leave(told.about());
  }

  private void choose(Told told, UUID resource) {
    walk.complete(
        told, "userTask_ChooseHelp", Map.of("choice", "RESOURCE", "resource", resource.toString()));
    walk.consentOf(told);
  }

  private void sent(Begun begun, UUID resource) {
    UUID referral = fixture.consented(begun, resource);
    referrals.send(referral, clock.instant().plus(Duration.ofDays(7)), clock.instant());
  }

  /** The newest, when so many have come. */
  private String text(PhoneNumber phone, int texts) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> phones.texts(phone), all -> all.size() == texts)
        .getLast();
  }

  private String link(PhoneNumber phone, int texts) {
    Matcher link = LINK.matcher(text(phone, texts));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private Unmatched of(PhoneNumber phone) {
    return unmatched.open().stream()
        .filter(each -> each.phone().equals(phone))
        .findFirst()
        .orElse(null);
  }

  private static Page enter(Surfer surfer, String link) {
    surfer.open(link);
    click(surfer.page(), "Open the page");
    return surfer.page();
  }

  private static void click(Page page, String button) {
    page.locator("main button:has-text('" + button + "')").click();
  }
}
