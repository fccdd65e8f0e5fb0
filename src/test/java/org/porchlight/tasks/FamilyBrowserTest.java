package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.messaging.LineTypes;
import org.porchlight.messaging.OptOuts;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class FamilyBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private OptOuts optOuts;
  @Autowired private LineTypes lines;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldShowTheNumbersInUseAndWhyATextDidNotArrive() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Lina", "Haddad", "ar");
    repair(family, "+18605550177");
    text(family, "FAILED", "provider-30005", "مرحبا من Sample. يود سامي وجو التعرف على عائلتكم.");
    text(family, "SENT", null, "مرحبا مرة أخرى.");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      assertThat(page.getByText("(860) 555-0177")).isVisible();
      assertThat(page.getByText("Texts go here")).isVisible();
      assertThat(page.getByText("(860) 555-0142")).isHidden();
      page.getByText("One other number on record").click();
      assertThat(page.getByText("(860) 555-0142")).isVisible();
      assertThat(page.locator("main")).containsText("This number does not work.");
      assertThat(page.locator(".pl-code")).containsText("30005");
      assertThat(page.locator("main")).not().containsText("provider");
      surfer.look("family-phones");
    }
  }

  @Test
  void shouldStopTextsToEveryNumberOfTheFamily() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Omar", "Nassar", "ar");
    String found =
        "+1860" + java.util.concurrent.ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    repair(family, found);
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      page.getByText("The family told you something").click();
      page.getByText("Wants no more texts").click();
      assertThat(page.getByText("no more texts go to this family")).isVisible();
      assertThat(page.getByText("Texts go here")).hasCount(0);
    }
    org.assertj.core.api.Assertions.assertThat(optOuts.optedOut(new PhoneNumber(found))).isTrue();
  }

  @Test
  void shouldRecordWhoFoundOutThatANumberTakesTexts() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Huda", "Aziz", "ar");
    PhoneNumber found =
        new PhoneNumber(
            "+1860"
                + java.util.concurrent.ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999));
    repair(family, found.e164());
    jdbc.sql("insert into messaging.line_type (phone, type, asked_at) values (?, 'landline', ?)")
        .params(found.e164(), Timestamp.from(clock.instant()))
        .update();
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      assertThat(page.locator("main")).containsText("Taken for a landline");
      assertThat(page.getByText("Texts go here")).hasCount(0);
      surfer.look("family-landline");
      page.getByText("It takes texts").click();
      assertThat(page.locator("main")).containsText("texts go to this number from now on");
      assertThat(page.getByText("Texts go here")).isVisible();
      assertThat(page.locator("main"))
          .containsText("Takes texts, as " + coordinator.displayName() + " found out on");
      assertThat(page.getByText("It takes texts")).hasCount(0);
      surfer.look("family-line-corrected");
    }
    org.assertj.core.api.Assertions.assertThat(lines.landline(found)).isFalse();
  }

  @Test
  void shouldSayWhoElseWorksWithTheFamily() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Nadia", "Karam", "ar");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      page.getByText("Who else works with this family").click();
      page.getByLabel("What kind of help?").selectOption("COMMUNITY_AGENCY");
      page.getByLabel("Who, by role?").fill("family center, Tuesdays");
      page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator(".pl-card")).containsText("Community agency (family center");
      surfer.look("supports");
      page.getByText("Back to the family").click();
      assertThat(page.locator("main")).containsText("Also helped by: Community agency");
      surfer.look("family-supports");
      surfer.open("/families/hand-overs");
      assertThat(page.locator("main")).containsText("No student of an open case");
      surfer.look("hand-overs");
    }
  }

  @Test
  void shouldGiveTheFamilyABreakUntilADayThatMayBe() {
    TaskFixture.Place place = fixture.place();
    TaskFixture.Opened family = fixture.family(place, "Rami", "Saleh", "ar");
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      pause(page, today.minusDays(3));
      assertThat(page.getByText("choose a day after today")).isVisible();
      page.getByText("The family told you something").click();
      surfer.look("family-told");
      page.getByText("The family told you something").click();
      pause(page, today.plusDays(30));
      assertThat(page.getByText("nothing is asked of the family until that day")).isVisible();
      assertThat(page.locator(".pl-timeline")).containsText("would like a break");
    }
  }

  private static void pause(Page page, LocalDate until) {
    page.getByText("The family told you something").click();
    page.getByLabel("Until which day?").fill(until.toString());
    page.getByText("Would like a break", new Page.GetByTextOptions().setExact(true)).click();
  }

  private void repair(TaskFixture.Opened family, String phone) {
    jdbc.sql(
            "insert into cases.contact_repair (submission_id, case_id, result, phone, textable, at)"
                + " values (?, ?, 'PHONE', ?, true, ?)")
        .params(UUID.randomUUID(), family.caseId().value(), phone, Timestamp.from(clock.instant()))
        .update();
  }

  private void text(
      TaskFixture.Opened family,
      String state,
      @org.jspecify.annotations.Nullable String why,
      String body) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            "insert into messaging.intent (id, district, phone, family, guardian, case_id, purpose,"
                + " occurrence, template, language, body, not_before, expires_at, move_earlier,"
                + " receipt, urgency, state, reason, due_at, created_at) values (:id, :district,"
                + " '+18605550142', :family, :id, :case, 'cases.invitation', :occurrence,"
                + " 'cases.invitation', 'ar', :body, :now, :later, false, false, 3, :state, :why,"
                + " :now, :now)")
        .param("id", UUID.randomUUID())
        .param("district", family.place().district().value())
        .param("family", family.family().value())
        .param("case", family.caseId().value())
        .param("occurrence", UUID.randomUUID().toString())
        .param("body", body)
        .param("now", now)
        .param("later", Timestamp.from(clock.instant().plus(Duration.ofHours(9))))
        .param("state", state)
        .param("why", why, java.sql.Types.VARCHAR)
        .update();
  }
}
