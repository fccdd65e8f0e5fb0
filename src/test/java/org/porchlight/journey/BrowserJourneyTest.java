package org.porchlight.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * From a district's files to a closed case, all of it in the browser, as people would do it. Early
 * in a run: its files are of the school year in which the clock begins.
 */
@PorchlightTest
@Order(2)
class BrowserJourneyTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final String SPANISH_PHONE = "+18605550171";
  private static final String ARABIC_PHONE = "+18605550172";
  private static final String FIRST_VISITOR_PHONE = "+18605550173";
  private static final String SECOND_VISITOR_PHONE = "+18605550174";

  @LocalServerPort private int port;
  @Autowired private Districts districts;
  @Autowired private Schools schools;
  @Autowired private TestPeople people;
  @Autowired private Visitors visitors;
  @Autowired private ProcessClock clock;

  @Test
  void shouldWalkFromTheRosterToAClosedCase() {
    DistrictId district = districts.add("Lantern Hill", ZONE, "CT");
    Actor administrator = people.districtWide(district, Role.ADMINISTRATOR);
    importTheRoster(administrator);

    SchoolId school = schools.bySourceId(district, "501").orElseThrow().id();
    Actor coordinator = people.atSchool(district, school, Role.COORDINATOR);
    Actor team = people.atSchool(district, school, Role.TEAM);
    Actor visitor = visitor(district, school, "Ana", VisitorRole.TEACHER, FIRST_VISITOR_PHONE);
    visitor(district, school, "Jo", VisitorRole.COMMUNITY_PARTNER, SECOND_VISITOR_PHONE);

    try (Surfer office = signedIn(coordinator);
        Surfer phones = signedIn(coordinator);
        Surfer visiting = signedIn(visitor)) {
      acceptBothFamilies(office);
      goToASchoolMorning();
      plan(office, "Inés");
      bothVisitorsSayYes(phones);
      answerOnPhone(phones, SPANISH_PHONE, "Responda SÍ", "sí");
      plan(office, "Yara");
      bothVisitorsSayYes(phones);
      answerOnPhone(phones, ARABIC_PHONE, "Lantern Hill", "نعم");
      phones.look("journey-phone-arabic");
      assertThat(phones.page().locator("li [dir=auto]").first()).hasCSS("direction", "rtl");

      LocalDate day = schoolDayAfter(today().plusDays(2));
      agree(visiting, day);
      clock.advanceTo(day.minusDays(1).atTime(18, 0).atZone(ZONE).toInstant());
      phoneShows(phones, SPANISH_PHONE, "esperan con gusto verles");
      phones.look("journey-phone-spanish");
      clock.advanceTo(day.atTime(18, 30).atZone(ZONE).toInstant());
      logTheVisit(visiting);
      clock.advanceTo(day.plusDays(8).atTime(10, 0).atZone(ZONE).toInstant());
      call(visiting);
      close(team);
      showTheClosedCase(office);
    }
  }

  private void importTheRoster(Actor administrator) {
    try (Surfer surfer = signedIn(administrator)) {
      surfer.open("/imports");
      Page page = surfer.page();
      page.getByLabel("Format").selectOption("edfi-xml");
      page.locator("#file").setInputFiles(new SmallDistrict(today()).files());
      surfer.look("journey-imports");
      page.getByRole(AriaRole.BUTTON, button("Check the files")).click();
      page.getByText("What applying does").waitFor();
      surfer.look("journey-preview");
      page.getByRole(AriaRole.BUTTON, button("Apply")).click();
      page.getByText("Applied", new Page.GetByTextOptions().setExact(true)).waitFor();
      surfer.look("journey-applied");
    }
  }

  private void acceptBothFamilies(Surfer office) {
    Page page = office.page();
    office.open("/identification");
    page.locator("main summary").first().click();
    page.getByRole(AriaRole.BUTTON, button("Look for families")).click();
    page.getByText("The list is up to date").waitFor();
    office.look("journey-identification");
    for (int left = 2; left > 0; left--) {
      Locator accept = page.locator("button.usa-button:text-is('Accept')");
      assertThat(accept).hasCount(left);
      accept.first().click();
      page.getByText("planning the first contact is in the queue").waitFor();
    }
  }

  private void plan(Surfer office, String student) {
    openTask(office, "Plan the first contact", student);
    Page page = office.page();
    page.getByLabel("A text message").check();
    office.look("journey-plan");
    submit(page);
  }

  private void agree(Surfer visiting, LocalDate day) {
    visiting.open("/visits");
    visiting.look("journey-visits");
    openTask(visiting, "Agree on a time", "Inés");
    Page page = visiting.page();
    fillDate(page, "Day of the visit", day);
    page.getByLabel("Time of the visit").fill("5:00 PM");
    page.keyboard().press("Tab");
    visiting.look("journey-agree");
    submit(page);
  }

  private void logTheVisit(Surfer visiting) {
    openTask(visiting, "Log the visit", "Inés");
    Page page = visiting.page();
    page.getByLabel("We met the family").check();
    page.getByLabel("What goes well").fill("Inés reads to her little brother every night.");
    page.getByLabel("Getting to school").check();
    page.getByLabel("No, thank you").check();
    visiting.look("journey-log");
    submit(page);
  }

  private void call(Surfer visiting) {
    openTask(visiting, "Make the follow-up call", "Inés");
    Page page = visiting.page();
    page.getByLabel("Yes, we talked").check();
    visiting.look("journey-call");
    submit(page);
  }

  private void close(Actor team) {
    try (Surfer meeting = signedIn(team)) {
      openTask(meeting, "Keep the case open or close it", "Inés");
      Page page = meeting.page();
      page.getByLabel("Close the case").check();
      page.getByLabel("Why now?").press("ArrowDown");
      page.getByText("The family is doing well").click();
      assertThat(page.getByLabel("Who sees to the rest")).isVisible();
      page.getByLabel("Getting to school").check();
      meeting.look("journey-close");
      submit(page);
    }
  }

  private void showTheClosedCase(Surfer office) {
    clock.awaitQuiet();
    office.open("/families");
    Page page = office.page();
    page.getByLabel("Name of a student or guardian").fill("valdivia");
    page.keyboard().press("Enter");
    page.locator(".pl-hit a").first().click();
    page.locator(".pl-thread").waitFor();
    await().atMost(Duration.ofSeconds(30)).until(() -> closed(page));
    assertThat(page.locator(".pl-timeline")).containsText("The team closed the case");
    assertThat(page.locator(".pl-thread")).containsText("Lantern Hill");
    office.look("journey-closed");
    page.getByText("Read the visit note").first().click();
    assertThat(page.locator("main")).containsText("reads to her little brother");
    office.look("journey-visit-note");
  }

  private static boolean closed(Page page) {
    page.reload();
    return page.locator("text=\"Case is closed\"").count() == 1;
  }

  private void bothVisitorsSayYes(Surfer phones) {
    answerOnPhone(phones, FIRST_VISITOR_PHONE, "Reply YES", "YES");
    answerOnPhone(phones, SECOND_VISITOR_PHONE, "Reply YES", "YES");
  }

  /** Waits for the text, then answers as the phone's owner. */
  private void answerOnPhone(Surfer phones, String number, String shown, String answer) {
    clock.awaitQuiet();
    phoneShows(phones, number, shown);
    Page page = phones.page();
    page.getByLabel("Answer as the owner of this phone").fill(answer);
    page.getByRole(AriaRole.BUTTON, button("Send")).click();
    page.waitForURL("**#latest");
    assertThat(page.locator("main ol li").last()).containsText(answer);
  }

  private static void phoneShows(Surfer phones, String number, String text) {
    Page page = phones.page();
    await(number + " shows: " + text)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              phones.open("/phones");
              Locator phone = page.locator("main table a:text-is('" + number + "')");
              if (phone.count() == 0) {
                return false;
              }
              phone.click();
              return page.locator("main ol").innerText().contains(text);
            });
  }

  private void openTask(Surfer surfer, String task, String student) {
    clock.awaitQuiet();
    Page page = surfer.page();
    Locator row = page.locator("tr:has-text('" + task + "'):has-text('" + student + "')");
    await(task)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              surfer.open("/work?tab=team");
              return row.count() > 0;
            });
    row.locator("th a").first().click();
    page.locator(".fjs-form").waitFor();
  }

  private static void fillDate(Page page, String label, LocalDate day) {
    page.getByLabel(label).fill(day.format(DateTimeFormatter.ofPattern("MM/dd/uuuu")));
    page.keyboard().press("Enter");
    page.keyboard().press("Escape");
  }

  private static void submit(Page page) {
    page.locator("[data-submit]").click();
    page.waitForURL("**/work?saved**");
  }

  private void goToASchoolMorning() {
    LocalDate day = schoolDayAfter(today());
    clock.advanceTo(day.atTime(10, 0).atZone(ZONE).toInstant());
  }

  private LocalDate today() {
    return ZonedDateTime.ofInstant(clock.now(), ZONE).toLocalDate();
  }

  /** A Tuesday to Thursday, so that the day before is a school day too. */
  private static LocalDate schoolDayAfter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (next.getDayOfWeek().getValue() < DayOfWeek.TUESDAY.getValue()
        || next.getDayOfWeek().getValue() > DayOfWeek.THURSDAY.getValue()) {
      next = next.plusDays(1);
    }
    return next;
  }

  private Actor visitor(
      DistrictId district, SchoolId school, String name, VisitorRole role, String phone) {
    Actor user = people.atSchool(district, school, Role.VISITOR);
    visitors.register(
        new NewVisitor(
            user.id(),
            name,
            role,
            role == VisitorRole.TEACHER ? VisitorKind.SCHOOL : VisitorKind.COMMUNITY,
            new PhoneNumber(phone),
            "en",
            Map.of(
                "en", LanguageLevel.NATIVE, "es", LanguageLevel.FLUENT, "ar", LanguageLevel.FLUENT),
            8));
    visitors.completeTraining(user.id(), Visitors.LEAP_101, today().minusDays(30));
    return user;
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private Surfer signedIn(Actor actor) {
    return new Surfer(port).signIn(actor.username(), TestPeople.PASSWORD);
  }
}
