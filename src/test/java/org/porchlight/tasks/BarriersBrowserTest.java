package org.porchlight.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.cases.Cases;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What makes school hard, on the family's page and for systems. */
@PorchlightTest
class BarriersBrowserTest {

  @LocalServerPort private int port;
  @Autowired private TestPeople people;
  @Autowired private TaskFixture fixture;
  @Autowired private Barriers barriers;
  @Autowired private Visitors visitors;
  @Autowired private Cases cases;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;

  private final HttpClient http = HttpClient.newHttpClient();
  private TaskFixture.Opened family;
  private Actor coordinator;
  private Actor team;

  @BeforeEach
  void openACase() {
    TaskFixture.Place place = fixture.place();
    family = fixture.family(place, "Lina", "Haddad", "ar");
    coordinator = people.atSchool(place.district(), place.school(), Role.COORDINATOR);
    team = people.atSchool(place.district(), place.school(), Role.TEAM);
  }

  @Test
  void shouldTakeWhatTheFamilyToldAndSayWhoHasIt() {
    try (Surfer surfer = signedIn(coordinator)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      assertThat(page.locator("#barriers")).containsText("Nothing is open");
      surfer.look("family-barriers-0");
      page.getByText("Add what makes school hard").click();
      page.getByLabel("What is it?").selectOption("X_OTHER");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator(".usa-alert--error")).containsText("Say in a few words");
      page.getByLabel("In the family's words").fill("The elevator is broken");
      surfer.look("barrier-add");
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("[role=status]")).containsText("Recorded");
      assertThat(page.locator("#barriers")).containsText("Something else");
      assertThat(page.locator("#barriers"))
          .containsText("Coordinators of Harbor Elementary School until");
      page.locator("#barriers summary").first().click();
      assertThat(page.locator("#barriers")).containsText("The elevator is broken");
      surfer.look("family-barriers-1");
    }
    assertThat(barriers.open(family.caseId())).hasSize(1);
  }

  @Test
  void shouldStayReadableWithADozen() {
    Instant now = clock.instant();
    List<BarrierCode> codes =
        List.of(
            BarrierCode.B_FOOD,
            BarrierCode.B_TRANSPORT,
            BarrierCode.N_BULLYING,
            BarrierCode.B_HOMELESS,
            BarrierCode.B_DEVICE_INTERNET,
            BarrierCode.E_NO_ADULT_CONNECTION,
            BarrierCode.M_NOTICE_NOT_UNDERSTOOD,
            BarrierCode.B_JUSTICE_FOSTER,
            BarrierCode.B_UTILITIES,
            BarrierCode.N_BIAS,
            BarrierCode.B_DENTAL_VISION);
    codes.forEach(code -> tell(code, null));
    barriers.tell(
        new Telling(
            family.caseId(),
            BarrierCode.B_CLOTHING_LAUNDRY,
            Source.PAGE,
            "coat",
            null,
            coordinator.id(),
            now,
            null,
            true,
            List.of("COAT", "HYGIENE")));
    awaitTheirProcesses();
    UUID late = of(BarrierCode.B_TRANSPORT).id();
    barriers.own(
        late, cases.get(family.caseId()).team(), now.minus(Duration.ofDays(2)), 1, "X", now);
    barriers.own(
        of(BarrierCode.B_UTILITIES).id(),
        cases.get(family.caseId()).coordinators(),
        now.plus(Duration.ofDays(2)),
        2,
        "X",
        now);
    barriers.end(of(BarrierCode.N_BIAS).id(), End.HANDED_ON, null, now, "The principal, until May");

    try (Surfer surfer = signedIn(coordinator)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      assertThat(page.locator("#barriers .pl-card")).hasCount(10);
      assertThat(page.locator("#barriers")).containsText("With the attendance team");
      assertThat(page.locator("#barriers")).containsText("Overdue by 2 days");
      assertThat(page.locator("#barriers")).containsText("The principal, until May");
      page.getByText("One thing has ended").click();
      assertThat(page.locator("#barriers")).containsText("Out of hours");
      page.locator("#barriers summary").last().click();
      assertThat(page.locator("#barriers")).containsText("a coat, soap");
      assertThat(page.locator(".pl-timeline")).containsText("went to the attendance team");
      surfer.look("family-barriers-12");
    }
  }

  @Test
  void shouldAskForAnInterpreterForAMeetingAtSchool() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9);
    try (Surfer surfer = signedIn(coordinator)) {
      surfer.open("/families/" + family.family());
      Page page = surfer.page();
      page.getByText("Ask for an interpreter for a meeting").click();
      assertThat(page.getByLabel("Language")).hasValue("ar");
      page.getByLabel("Day", new Page.GetByLabelOptions().setExact(true)).fill(day.toString());
      page.getByLabel("Time", new Page.GetByLabelOptions().setExact(true)).fill("15:30");
      page.getByLabel("Where at school?").fill("Room 12");
      page.getByLabel("Who comes, and whom").fill("Samira meets the nurse");
      surfer.look("meeting-ask");
      page.getByText("Ask for an interpreter", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("[role=status]")).containsText("a coordinator books");
      assertThat(page.locator("#meetings")).containsText("3:30 PM");
      assertThat(page.locator("#meetings")).containsText("Asked for, not booked yet");
      surfer.look("meeting-asked");
      page.getByText("It is booked").click();
      page.getByText("It took place").click();
      assertThat(page.locator("#meetings .pl-tag")).hasText("Took place");
      assertThat(page.locator(".pl-timeline")).containsText("took place with an interpreter");
    }
  }

  @Test
  void shouldNotTellTheTeamWhatWasToldInConfidence() throws Exception {
    tell(BarrierCode.B_JUSTICE_FOSTER, "A court decided");
    tell(BarrierCode.X_OTHER, "A worry");
    tell(BarrierCode.B_FOOD, null);

    try (Surfer surfer = signedIn(team)) {
      surfer.open("/families/" + family.family());
      assertThat(surfer.page().locator("#barriers")).containsText("Something told in confidence");
      assertThat(surfer.page().locator("#barriers")).containsText("Not enough food");
      assertThat(surfer.page().content())
          .doesNotContain("A court decided", "A worry", "who looks after the student");
    }
    String api = "/api/v1/cases/" + family.caseId() + "/barriers";
    assertThat(get(api, team).body())
        .contains("B_FOOD")
        .doesNotContain("B_JUSTICE_FOSTER", "X_OTHER", "A worry");
    assertThat(get("/api/v1/cases/" + family.caseId(), team).body())
        .contains("B_FOOD")
        .doesNotContain("B_JUSTICE_FOSTER", "A worry");
    assertThat(get(api, coordinator).body()).contains("B_JUSTICE_FOSTER", "A worry");
    Actor outsider =
        people.atSchool(family.place().district(), fixture.place().school(), Role.TEAM);
    assertThat(get(api, outsider).statusCode()).isEqualTo(403);
  }

  /** Those who brought the need home see what became of it; and nobody else does. */
  @Test
  void shouldTellTheVisitorsWhatBecameOfIt() throws Exception {
    Actor visitor =
        people.atSchool(family.place().district(), family.place().school(), Role.VISITOR);
    Actor partner =
        people.atSchool(family.place().district(), family.place().school(), Role.VISITOR);
    Actor stranger =
        people.atSchool(family.place().district(), family.place().school(), Role.VISITOR);
    tell(BarrierCode.B_FOOD, null);
    tell(BarrierCode.B_JUSTICE_FOSTER, "A court decided");
    awaitTheirProcesses();
    barriers.own(
        of(BarrierCode.B_FOOD).id(),
        cases.get(family.caseId()).coordinators(),
        clock.instant().plus(Duration.ofDays(3)),
        0,
        "PARTNER_ACCEPTED",
        clock.instant());
    UUID pair = visit(visitor, partner);

    try (Surfer surfer = signedIn(visitor)) {
      // before the family's yes
      surfer.open("/families/" + family.family());
      assertThat(surfer.page().locator("#barriers").count()).isZero();
      jdbc.sql("update cases.family_case set agreed_at = ? where id = ?")
          .params(Timestamp.from(clock.instant()), family.caseId().value())
          .update();

      surfer.open("/visits");
      surfer.look("visits-families");
      surfer.page().getByText("what became of it").click();
      assertThat(surfer.page().locator("#barriers")).containsText("Not enough food");
      assertThat(surfer.page().locator("#barriers")).containsText("A partner has taken it on");
      assertThat(surfer.page().locator("#barriers")).containsText("Something told in confidence");
      assertThat(surfer.page().content())
          .doesNotContain("A court decided", "who looks after the student");
      surfer.look("family-barriers-visitor");
      barriers.end(of(BarrierCode.B_FOOD).id(), End.RESOLVED, null, clock.instant(), null);
      surfer.page().reload();
      surfer.page().getByText("One thing has ended").click();
      assertThat(surfer.page().locator("#barriers")).containsText("Solved");

      // once somebody else visits
      jdbc.sql("update visits.pair set state = 'REPLACED' where id = ?").param(pair).update();
      assertThat(surfer.open("/families/" + family.family())).isEqualTo(403);
    }
    String api = "/api/v1/cases/" + family.caseId() + "/barriers";
    assertThat(get(api, stranger).statusCode()).isEqualTo(403);
    assertThat(get(api, visitor).statusCode()).isEqualTo(403);
  }

  private UUID visit(Actor one, Actor other) {
    UUID pair = UUID.randomUUID();
    for (Actor each : List.of(one, other)) {
      visitors.register(
          new NewVisitor(
              each.id(),
              "Jo",
              VisitorRole.TEACHER,
              VisitorKind.SCHOOL,
              null,
              "en",
              Map.of("en", LanguageLevel.NATIVE),
              6));
    }
    jdbc.sql(
            """
            insert into visits.pair (id, version, case_id, family, district, first_visitor,
              second_visitor, plan_submission, ask, first_question, second_question, first_answer,
              second_answer, state, created_at)
            values (?, 0, ?, ?, ?, ?, ?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
              gen_random_uuid(), true, true, 'ACCEPTED', ?)
            """)
        .params(
            pair,
            family.caseId().value(),
            family.family().value(),
            family.place().district().value(),
            one.id().value(),
            other.id().value(),
            Timestamp.from(clock.instant()))
        .update();
    return pair;
  }

  @Test
  void shouldTakeBarriersFromSystemsOnce() throws Exception {
    String api = "/api/v1/cases/" + family.caseId() + "/barriers";
    String one =
        "{\"code\":\"B_FOOD\",\"given\":[\"FOOD\"],\"request\":\"" + UUID.randomUUID() + "\"}";

    assertThat(post(api, one, coordinator).statusCode()).isEqualTo(201);
    assertThat(post(api, one, coordinator).statusCode()).isEqualTo(201);

    assertThat(barriers.history(of(BarrierCode.B_FOOD).id())).hasSize(1);
    assertThat(post(api, "{\"code\":\"NONE\"}", coordinator).statusCode()).isEqualTo(400);
    assertThat(post(api, "{\"code\":\"X_OTHER\"}", coordinator).body()).contains("words");
    assertThat(post(api, "{\"code\":\"B_FOOD\",\"given\":[\"GOLD\"]}", coordinator).statusCode())
        .isEqualTo(400);
    cases.familyDeclined(family.caseId(), "CALL", coordinator.id(), clock.instant());
    assertThat(post(api, "{\"code\":\"B_FOOD\"}", coordinator).statusCode()).isEqualTo(409);
  }

  private void tell(BarrierCode code, @Nullable String words) {
    barriers.tell(
        new Telling(
            family.caseId(),
            code,
            Source.LOG,
            code.name(),
            null,
            coordinator.id(),
            clock.instant(),
            words));
  }

  /** Each process says who has its barrier when it begins: afterwards it leaves that alone. */
  private void awaitTheirProcesses() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                barriers.open(family.caseId()).stream()
                    .allMatch(
                        one ->
                            jdbc.sql("select count(*) from engine.open_task where subject = ?")
                                    .param(one.id())
                                    .query(Long.class)
                                    .single()
                                > 0));
  }

  private Barrier of(BarrierCode code) {
    return barriers.of(family.caseId()).stream()
        .filter(one -> one.code() == code)
        .findFirst()
        .orElseThrow();
  }

  private Surfer signedIn(Actor actor) {
    return new Surfer(port).signIn(actor.username(), TestPeople.PASSWORD);
  }

  private HttpResponse<String> get(String path, Actor as) throws Exception {
    return http.send(
        request(path, as).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String path, String body, Actor as) throws Exception {
    return http.send(
        request(path, as)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path, Actor as) {
    String credentials = as.username() + ":" + TestPeople.PASSWORD;
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }
}
