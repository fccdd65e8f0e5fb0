package org.porchlight.visits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.TestCases;
import org.porchlight.roster.ProgramLanguages;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class VisitorsPageTest {

  private static final String GIVEN =
      """
      {"firstName": "Nadia", "role": "TEACHER", "kind": "SCHOOL", "phone": "+18605550142",
       "languages": {"en": "NATIVE", "ar": "FLUENT"}, "caseloadLimit": 4, "trainedOn": "%s"}
      """;

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Users users;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestCases testCases;
  @Autowired private CaseWalk walk;
  @Autowired private Visitors visitors;
  @Autowired private UnspokenLanguages unspoken;

  @Test
  void shouldAddAndChangeAVisitorOnThePage() {
    TaskFixture.Place place = fixture.place();
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    UserId teacher = account(place.district(), "Nadia Saleh");

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      Page page = surfer.page();
      page.getByText("Visitors", new Page.GetByTextOptions().setExact(true)).first().click();
      page.getByLabel("Whose account?").selectOption(teacher.toString());
      page.getByText("Go on").click();
      page.getByLabel("First name").fill("Nadia");
      page.getByLabel("What families are told they are").selectOption("TEACHER");
      page.getByText("the school", new Page.GetByTextOptions().setExact(true)).click();
      page.getByLabel("Language 1", new Page.GetByLabelOptions().setExact(true)).selectOption("ar");
      surfer.look("visitor-new");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=alert]")).containsText("how well the visitor speaks");
      page.getByLabel("How well the visitor speaks language 1").selectOption("FLUENT");
      page.getByLabel("Mobile phone").fill("860 555 0142");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();

      assertThat(page.locator("[role=status]")).containsText("Saved: Nadia");
      assertThat(page.locator("table")).containsText("Not trained yet");
      assertThat(page.locator("table")).containsText("…42");
      assertThat(page.locator("table")).not().containsText("555");
      page.locator("table")
          .getByText(
              "Nadia", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
          .click();
      page.getByLabel("LEAP 101 completed on").fill("2026-01-15");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("table")).containsText("Jan 15, 2026");
      assertThat(page.locator("table")).containsText("…42");
      surfer.look("visitors");
    }
    assertThat(users.find(teacher).orElseThrow().has(Role.VISITOR)).isTrue();
  }

  @Test
  void shouldShowWhichLanguagesOfFamiliesNobodySpeaks() {
    TestCases.Opened about = testCases.open();
    jdbc.sql(
            """
            update roster.student set home_language = 'es' where id in (
              select student_id from roster.family_student where family_id = ?)
            """)
        .param(about.family().value())
        .update();
    assertThat(unspoken.of(about.coordinator())).as("two speak it").isEmpty();
    visitors.deactivate(about.visitorA());
    visitors.deactivate(about.visitorB());

    try (Surfer surfer =
        new Surfer(port).signIn(about.coordinator().username(), TestPeople.PASSWORD)) {
      surfer.open("/visitors");
      assertThat(surfer.page().locator("#gaps")).containsText("Spanish: one family");
      surfer.look("visitors-gaps");
      surfer.open("/work");
      assertThat(surfer.page().locator("main"))
          .containsText("No visitor speaks the language of one family");
    }
    walk.leave(about);
  }

  @Test
  void shouldCountTheLanguageOfEachGuardianToo() {
    TestCases.Opened about = testCases.open();
    jdbc.sql(
            """
            update roster.contact set spoken_language_decided = 'ps' where id in (
              select l.contact_id from roster.contact_link l
              join roster.family_student f on f.student_id = l.student_id where f.family_id = ?)
            """)
        .param(about.family().value())
        .update();

    assertThat(unspoken.of(about.coordinator()))
        .containsExactly(new UnspokenLanguages.Gap("ps", 1));
    walk.leave(about);
  }

  @Test
  void shouldOfferEveryLanguageOfTheProgramByItsName() {
    TaskFixture.Place place = fixture.place();
    Actor coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    UserId teacher = account(place.district(), "Wei Lin");

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/visitors/" + teacher.value());
      List<String> names =
          surfer.page().getByLabel("Language 1").first().locator("option").allInnerTexts();
      assertThat(names)
          .contains("Simplified Chinese", "Dari", "Cape Verdean Creole", "Turkish", "Bangla");
      assertThat(names).hasSizeGreaterThan(ProgramLanguages.SPOKEN.size());
    }
  }

  @Test
  void shouldPutAVisitorByTheApi() throws Exception {
    TaskFixture.Place place = fixture.place();
    Actor admin = people.districtWide(place.district(), Role.ADMINISTRATOR);
    UserId user = people.atSchool(place.district(), place.school(), Role.VISITOR).id();

    assertThat(put(user, GIVEN.formatted("2026-01-15"), admin).statusCode()).isEqualTo(204);

    assertThat(
            jdbc.sql("select first_name, caseload_limit from visits.visitor where user_id = ?")
                .param(user.value())
                .query()
                .singleRow())
        .isEqualTo(Map.of("first_name", "Nadia", "caseload_limit", 4));
    assertThat(languages(user)).isEqualTo(2);
    assertThat(put(user, GIVEN.formatted("2999-01-15"), admin).body()).contains("still to come");
    assertThat(put(user, "{\"firstName\": \"Nadia\"}", admin).statusCode()).isEqualTo(400);
    assertThat(languages(user)).isEqualTo(2);
  }

  @Test
  void shouldRefuseWhoeverHasAnotherDutyOrIsOfAnotherDistrict() throws Exception {
    TaskFixture.Place place = fixture.place();
    Actor admin = people.districtWide(place.district(), Role.ADMINISTRATOR);
    Actor team = people.districtWide(place.district(), Role.TEAM);
    UserId officer = account(place.district(), "Sam Officer", Duty.TRUANCY);
    UserId elsewhere = people.districtWide(fixture.place().district(), Role.VISITOR).id();

    HttpResponse<String> refused = put(officer, GIVEN.formatted("2026-01-15"), admin);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("truancy, court or police duty never visit");
    assertThat(put(elsewhere, GIVEN.formatted("2026-01-15"), admin).statusCode()).isEqualTo(400);
    assertThat(put(officer, GIVEN.formatted("2026-01-15"), team).statusCode()).isEqualTo(403);

    try (Surfer surfer = new Surfer(port).signIn(admin.username(), TestPeople.PASSWORD)) {
      surfer.open("/visitors/" + officer);
      Page page = surfer.page();
      page.getByLabel("First name").fill("Sam");
      page.getByText("the school", new Page.GetByTextOptions().setExact(true)).click();
      page.getByLabel("Language 1", new Page.GetByLabelOptions().setExact(true)).selectOption("en");
      page.getByLabel("How well the visitor speaks language 1").selectOption("NATIVE");
      page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=alert]")).containsText("never visit families");
      surfer.look("visitor-refused");
    }
    assertThat(users.find(officer).orElseThrow().has(Role.VISITOR)).isFalse();
  }

  private UserId account(DistrictId district, String name, Duty... duties) {
    return users.add(
        new NewUser(
            "user-" + UUID.randomUUID(),
            TestPeople.PASSWORD,
            name,
            district,
            true,
            Set.of(),
            Set.of(Role.TEAM),
            Set.of(duties)));
  }

  private int languages(UserId user) {
    return jdbc.sql("select count(*) from visits.visitor_language where user_id = ?")
        .param(user.value())
        .query(Integer.class)
        .single();
  }

  private HttpResponse<String> put(UserId user, String json, Actor by) throws Exception {
    String account = by.username() + ":" + TestPeople.PASSWORD;
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + port + "/api/v1/visitors/" + user))
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .PUT(BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
