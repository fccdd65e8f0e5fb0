package org.porchlight.tasks.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Role;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.tasks.MeetingCycle;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.tasks.TeamMeetings;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A meeting held in the browser, from the choice of its day to its end. */
@PorchlightTest
class MeetingBrowserTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private TeamStore teams;
  @Autowired private TeamMeetings setUp;
  @Autowired private TeamSchedules schedules;
  @Autowired private MeetingStore meetings;
  @Autowired private Barriers barriers;
  @Autowired private ProcessClock time;
  @Autowired private JdbcClient jdbc;

  @Test
  void shouldHoldAMeetingItemByItemWithTheKeyboard() {
    // given a school with a barrier that came up, a stuck family and one to decide about
    TaskFixture.Place place = fixture.place();
    Actor leader = people.atSchool(place.district(), place.school(), Role.COORDINATOR, Role.TEAM);
    Actor stranger = people.atSchool(place.district(), other(place), Role.COORDINATOR, Role.TEAM);
    TaskFixture.Opened hungry = fixture.family(place, "Amal", "Nasser", "ar");
    escalate(hungry, BarrierCode.B_FOOD);
    escalate(hungry, BarrierCode.B_JUSTICE_FOSTER);
    TaskFixture.Opened stuck = fixture.family(place, "Bruno", "Silva", "pt");
    fixture.task(stuck, "userTask_ContactFamily", Duration.ofDays(-3));
    TaskFixture.Opened proposed = fixture.family(place, "Chidi", "Okafor", "en");
    propose(proposed);

    try (Surfer surfer = new Surfer(port).signIn(leader.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();

      // when the team chooses its day
      surfer.open("/meetings/schools/" + place.school());
      page.getByLabel("Day").selectOption("4");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=status]")).containsText("Saved");
      Team team = teams.of(place.district(), place.school()).orElseThrow();
      assertThat(team.cycle().day()).isEqualTo(DayOfWeek.THURSDAY);
      await().atMost(PATIENCE).until(() -> meetings.ahead(team.id()).isPresent());
      surfer.open("/meetings/schools/" + place.school());
      surfer.look("meeting-team");

      // and meets at once
      schedules.move(team.id(), time.now().plus(Duration.ofMinutes(30)), leader.id());
      UUID meeting = awaitOpen(team);
      surfer.open("/meetings");
      assertThat(page.locator("main")).containsText("Pack ready");
      surfer.look("meetings");
      TaskFixture.Opened later = fixture.family(place, "Dora", "Kim", "en");
      fixture.task(later, "userTask_ContactFamily", Duration.ofDays(-1));
      surfer.open("/work?tab=team");
      page.getByText("Hold the team meeting").click();
      page.waitForURL("**/meetings/" + meeting);

      // then the pack says what waits, and what came since
      assertThat(page.locator("main")).containsText("Amal Nasser");
      assertThat(page.locator("main")).containsText("Bruno Silva");
      assertThat(page.locator("main")).containsText("Chidi Okafor");
      assertThat(page.locator("main")).containsText("New since the pack");
      assertThat(page.locator("main")).containsText("Told in confidence");
      surfer.look("meeting");
      shouldPrintWithoutNames(page);

      // when it is gone through with keys
      long read = fixture.auditRows(hungry.family(), "OPENED");
      page.keyboard().press("n");
      page.waitForURL("**/escalation/**");
      assertThat(page.locator("h1")).containsText("Amal Nasser");
      assertThat(fixture.auditRows(hungry.family(), "OPENED")).isEqualTo(read + 1);
      page.keyboard().press("d");
      page.keyboard().type("Ask the pantry for a weekly box");
      page.locator("#owner").selectOption("user:" + leader.id());
      surfer.look("meeting-item");
      page.getByText("Keep this decision").click();
      assertThat(page.locator("[role=status]")).containsText("Kept");
      surfer.open("/meetings/" + meeting);
      assertThat(page.getByText("Decided before").count()).isZero();
      page.goBack();
      next(page, "/escalation/");
      next(page, "/stuck/");
      next(page, "/stuck/");
      next(page, "/proposal/");
      surfer.look("meeting-proposal");
      page.locator("summary", new Page.LocatorOptions().setHasText("Not now")).click();
      page.locator("button", new Page.LocatorOptions().setHasText("Not now")).click();
      assertThat(page.locator("[role=status]")).containsText("proposed again later");
      assertThat(proposal(proposed)).isEqualTo("POSTPONED");
      next(page, "#end");
      page.getByLabel("What the team wants to remember").fill("A good hour.");
      page.getByText("The meeting was held").click();

      // then it is closed, and what was decided waits for its owner
      assertThat(page.locator("[role=status]")).containsText("closed");
      await()
          .atMost(PATIENCE)
          .until(() -> meetings.find(meeting).orElseThrow().state() == Meeting.State.HELD);
      surfer.open("/meetings/" + meeting);
      surfer.look("meeting-held");
      shouldShowWhatWasDecided(surfer, hungry);
      shouldBeClosedToOthers(stranger, meeting, place);
      end(team, leader);
    }
  }

  private static void next(Page page, String part) {
    String before = page.url();
    page.keyboard().press("n");
    page.waitForURL(url -> !url.equals(before) && url.contains(part));
  }

  private String proposal(TaskFixture.Opened family) {
    return jdbc.sql("select state from identification.proposal where family = ?")
        .param(family.family().value())
        .query(String.class)
        .single();
  }

  private static void shouldShowWhatWasDecided(Surfer surfer, TaskFixture.Opened hungry) {
    Page page = surfer.page();
    surfer.open("/families/" + hungry.family());
    assertThat(page.locator("main")).containsText("Ask the pantry for a weekly box");
    surfer.open("/work");
    page.getByText("One decision of a team meeting for you").click();
    surfer.look("meeting-decisions");
    page.getByText("Done", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("main")).containsText("Nothing waits for you");
  }

  private void shouldBeClosedToOthers(Actor stranger, UUID meeting, TaskFixture.Place place) {
    try (Surfer outside = new Surfer(port).signIn(stranger.username(), TestPeople.PASSWORD)) {
      assertThat(outside.open("/meetings/" + meeting)).isEqualTo(403);
      assertThat(outside.open("/meetings/schools/" + place.school())).isEqualTo(403);
      outside.open("/meetings");
      assertThat(outside.page().locator("main")).not().containsText("Thursday");
    }
  }

  @Test
  void shouldShowTheDistrictWhoHasNotMet() {
    TaskFixture.Place place = fixture.place();
    other(place);
    Actor wide = people.districtWide(place.district(), Role.COORDINATOR);
    setUp.setUp(
        place.district(),
        place.school(),
        MeetingCycle.monthly(2, DayOfWeek.TUESDAY, LocalTime.of(15, 0)));
    Team team = teams.of(place.district(), place.school()).orElseThrow();
    await().atMost(PATIENCE).until(() -> meetings.ahead(team.id()).isPresent());
    jdbc.sql("update tasks.team set set_up_at = set_up_at - interval '40 days' where id = ?")
        .param(team.id().value())
        .update();

    try (Surfer surfer = new Surfer(port).signIn(wide.username(), TestPeople.PASSWORD)) {
      surfer.open("/meetings");
      assertThat(surfer.page().locator("main")).containsText("One team has not met for a month");
      assertThat(surfer.page().locator("main")).containsText("Every second Tuesday of the month");
      surfer.look("meetings-district");
      surfer.open("/meetings/districts/" + place.district());
      surfer.look("meeting-team-district");
    }
    end(team, wide);
  }

  private static void shouldPrintWithoutNames(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.getByText("Amal Nasser").first()).isHidden();
    assertThat(page.locator("main")).containsText("Family ");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    System.getProperty("porchlight.build-dir", "target"),
                    "screenshots",
                    "meeting-printed.png"))
            .setFullPage(true));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private UUID awaitOpen(Team team) {
    // Tests of texts alone move the application's time; the pack's timer is the broker's.
    time.advanceUnsettled(Duration.ZERO);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                meetings.ahead(team.id()).orElseThrow().state() == Meeting.State.OPEN
                    && jdbc.sql("select count(*) from engine.open_task where subject = ?")
                            .param(team.id().value())
                            .query(Long.class)
                            .single()
                        == 1);
    return meetings.ahead(team.id()).orElseThrow().id();
  }

  /** So that no timer of this team stands in the way of later tests. */
  private void end(Team team, Actor by) {
    schedules.end(teams.find(team.id()).orElseThrow(), by.id());
    await().atMost(PATIENCE).until(() -> !teams.find(team.id()).orElseThrow().running());
  }

  private org.porchlight.shared.SchoolId other(TaskFixture.Place place) {
    UUID school = UUID.randomUUID();
    jdbc.sql("insert into roster.school (id, district_id, source_id, name) values (?, ?, ?, ?)")
        .params(school, place.district().value(), "s-2", "Lakeside Middle School")
        .update();
    return new org.porchlight.shared.SchoolId(school);
  }

  private void escalate(TaskFixture.Opened family, BarrierCode code) {
    UUID barrier =
        barriers.tell(
            new Barriers.Telling(
                family.caseId(),
                code,
                Barriers.Source.PAGE,
                "test:" + code,
                null,
                null,
                time.now(),
                null));
    // Its process first says who has it; only then has it come up.
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("select count(*) from engine.open_task where subject = ?")
                        .param(barrier)
                        .query(Long.class)
                        .single()
                    == 1);
    barriers.own(
        barrier,
        OwnerGroup.team(family.place().school()),
        time.now().plus(Duration.ofDays(2)),
        1,
        "LATE",
        time.now());
  }

  private void propose(TaskFixture.Opened family) {
    UUID proposal = UUID.randomUUID();
    UUID school = family.place().school().value();
    jdbc.sql(
            "insert into identification.proposal (id, district, family, school, as_of, score,"
                + " state, created_at) values (?, ?, ?, ?, ?, 7, 'PROPOSED', ?)")
        .params(
            List.of(
                proposal,
                family.place().district().value(),
                family.family().value(),
                school,
                LocalDate.ofInstant(time.now(), java.time.ZoneOffset.UTC),
                Timestamp.from(time.now())))
        .update();
    jdbc.sql("insert into identification.proposal_school values (?, ?)")
        .params(proposal, school)
        .update();
    jdbc.sql(
            "insert into identification.proposal_student values (?, (select student_id from"
                + " roster.family_student where family_id = ?), ?, 12, 60, 'SEVERE_CHRONIC')")
        .params(proposal, family.family().value(), school)
        .update();
  }
}
