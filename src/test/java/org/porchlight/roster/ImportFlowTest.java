package org.porchlight.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.attendance.AttendanceEvent;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.attendance.AttendanceStatus;
import org.porchlight.roster.imports.Counts;
import org.porchlight.roster.imports.ImportProblem;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.StudentId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;

@PorchlightTest
class ImportFlowTest {

  @Autowired Districts districts;
  @Autowired Schools schools;
  @Autowired Families families;
  @Autowired FamilySearch search;
  @Autowired FamilyDecisions decisions;
  @Autowired RosterLoader loader;
  @Autowired Imports imports;
  @Autowired AttendanceRates rates;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  private DistrictId district;
  private Actor admin;

  @BeforeEach
  void makeDistrict() {
    district = districts.add("District", ZoneId.of("America/New_York"), "CT");
    admin = people.districtWide(district, Role.ADMINISTRATOR);
  }

  private static Records.Student student(int n) {
    return new Records.Student(
        "s" + n, "First" + n, "Last" + n, LocalDate.of(2015, 1, 1).plusDays(n));
  }

  private static Records.ContactLink link(
      String student, String contact, boolean livesWith, String restrictions) {
    return new Records.ContactLink(
        student, contact, "Mother", livesWith, false, !livesWith, false, 1, restrictions);
  }

  private static Records.Contact contact(String id, String language) {
    return new Records.Contact(
        id,
        "Con",
        "Tact",
        "1 Elm St",
        null,
        language,
        null,
        List.of(GivenPhone.of("(860) 555-0100", "Mobile", 1, null)));
  }

  private StudentId id(String source) {
    return schools.studentBySourceId(district, source).orElseThrow();
  }

  private ImportView upload(String format, String... files) {
    List<Imports.Upload> all =
        IntStream.range(0, files.length)
            .mapToObj(
                i ->
                    new Imports.Upload(
                        "f" + i, new ByteArrayResource(files[i].getBytes(StandardCharsets.UTF_8))))
            .toList();
    return imports.upload(admin, district, format, false, all);
  }

  private static String edFi(String content) {
    return "<InterchangeX xmlns=\"http://ed-fi.org/5.2.0\">" + content + "</InterchangeX>";
  }

  private static String edFiStudents(int from, int to, String last) {
    StringBuilder xml = new StringBuilder();
    for (int n = from; n <= to; n++) {
      xml.append("<Student><StudentUniqueId>")
          .append(n)
          .append("</StudentUniqueId><Name><FirstName>A</FirstName><LastSurname>")
          .append(last)
          .append(
              "</LastSurname></Name><BirthData><BirthDate>2015-01-01</BirthDate></BirthData></Student>");
    }
    return edFi(xml.toString());
  }

  @Test
  void shouldFormFamiliesAndKeepWhatPeopleDecided() {
    loader.load(
        district,
        Stream.of(
            student(1),
            student(2),
            student(3),
            new Records.School("1", "Elm School"),
            contact("m", "es"),
            contact("r", null),
            link("s1", "m", true, null),
            link("s2", "m", true, null),
            link("s3", "m", false, null),
            link("s1", "r", true, "court order"),
            new Records.Enrollment(
                "s1", "1", LocalDate.of(2025, 8, 27), null, "Ninth grade", true)));

    var family = families.ofStudent(id("s1")).orElseThrow();
    Family found = families.find(family).orElseThrow();
    assertThat(found.students())
        .extracting(Family.Student::firstName)
        .containsExactly("First1", "First2");
    assertThat(found.students().getFirst().school()).isNotNull();
    assertThat(found.contacts()).extracting(Family.Guardian::writtenLanguage).containsExactly("es");
    assertThat(found.contacts().getFirst().textable()).isPresent();
    assertThat(families.ofStudent(id("s3"))).isNotEqualTo(families.ofStudent(id("s1")));
    assertThat(search.find(district, true, Set.of(), "last2 con", 10))
        .extracting(FamilySearch.Hit::family)
        .containsExactly(family);
    assertThat(search.find(district, false, Set.of(), "", 10)).isEmpty();
    assertThat(families.file(family).schools()).hasSize(1);

    var restriction = decisions.restrictions(family).getFirst();
    decisions.clearRestriction(
        restriction.contact(), restriction.student(), restriction.text(), "An old note", admin);
    assertThat(families.find(family).orElseThrow().contacts()).hasSize(2);
    decisions.setLanguages(found.contacts().getFirst().id(), "pt", "pt", admin);
    var parted = decisions.part(family, Set.of(id("s2")), "Two homes", admin);
    assertThat(parted).isNotEqualTo(family);

    loader.load(district, Stream.of(contact("m", "fr"), student(2)));
    assertThat(families.ofStudent(id("s2"))).contains(parted);
    Family after = families.find(family).orElseThrow();
    assertThat(after.contacts())
        .hasSize(2)
        .extracting(Family.Guardian::writtenLanguage)
        .contains("pt");
    assertThat(decisions.proposals(district))
        .noneMatch(p -> p.students().containsAll(List.of(id("s1"), id("s2"))));
  }

  @Test
  void shouldProposeTheSameAddressAndJoinOnceConfirmed() {
    loader.load(
        district,
        Stream.of(
            student(1),
            student(2),
            contact("a", null),
            contact("b", null),
            link("s1", "a", true, null),
            link("s2", "b", true, null)));
    assertThat(families.ofStudent(id("s1"))).isNotEqualTo(families.ofStudent(id("s2")));
    var proposal =
        decisions.proposals(district).stream()
            .filter(p -> p.reason() == FamilyDecisions.Reason.SAME_ADDRESS)
            .findFirst()
            .orElseThrow();
    decisions.confirm(proposal.id(), "One home", admin);
    assertThat(families.ofStudent(id("s1"))).isEqualTo(families.ofStudent(id("s2")));
    assertThatThrownBy(() -> decisions.refuse(proposal.id(), "Neighbors", admin))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldChangeNothingUntilAppliedAndThenBringCorrectionsAndDeletions() {
    ImportView first = upload("edfi-xml", edFiStudents(1, 40, "Doe"));
    assertThat(first.counts()).containsEntry("students", new Counts(40, 40, 0, 0, 0, 0));
    assertThat(schools.studentBySourceId(district, "1")).isEmpty();
    imports.apply(admin, first.id(), false);
    assertThat(schools.studentBySourceId(district, "1")).isPresent();
    assertThatThrownBy(() -> imports.apply(admin, first.id(), false))
        .isInstanceOf(ImportProblem.class);

    ImportView second = upload("edfi-xml", edFiStudents(2, 40, "Doe"), edFiStudents(41, 41, "Roe"));
    assertThat(second.counts()).containsEntry("students", new Counts(40, 1, 0, 39, 1, 0));
    ImportView stale = upload("edfi-xml", edFiStudents(1, 40, "Doe"));
    imports.apply(admin, second.id(), false);
    assertThatThrownBy(() -> imports.apply(admin, stale.id(), false))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("changed since");
    assertThat(search.find(district, true, Set.of(), "", 100)).hasSize(40);

    ImportView tooMuch = upload("edfi-xml", edFiStudents(2, 10, "Doe"));
    assertThat(tooMuch.needsOverride()).isTrue();
    assertThatThrownBy(() -> imports.apply(admin, tooMuch.id(), false))
        .hasMessageContaining("override");
    imports.apply(admin, tooMuch.id(), true);
    assertThat(search.find(district, true, Set.of(), "", 100)).hasSize(9);
  }

  @Test
  void shouldNeverRemoveOtherKindsOrPartsThatFilesDoNotCover() {
    imports.apply(admin, upload("edfi-xml", edFiStudents(1, 3, "Doe")).id(), false);
    ImportView other =
        upload(
            "edfi-xml",
            edFi(
                "<School><SchoolId>1</SchoolId><NameOfInstitution>Elm</NameOfInstitution></School>"));
    assertThat(other.counts()).containsOnlyKeys("schools");
    ImportView partial =
        imports.upload(
            admin,
            district,
            "edfi-xml",
            true,
            List.of(
                new Imports.Upload(
                    "f",
                    new ByteArrayResource(
                        edFiStudents(1, 1, "Doe").getBytes(StandardCharsets.UTF_8)))));
    assertThat(partial.counts()).containsEntry("students", new Counts(1, 0, 0, 1, 0, 0));
  }

  @Test
  void shouldSetAsideDuplicatesAndUnknownReferencesWithReasonsButWithoutValues() {
    String link =
        "<StudentContactAssociation><StudentReference><StudentIdentity><StudentUniqueId>404</StudentUniqueId></StudentIdentity>"
            + "</StudentReference><ContactReference ref=\"nobody\"/></StudentContactAssociation>";
    ImportView found =
        upload("edfi-xml", edFiStudents(1, 2, "Doe"), edFiStudents(2, 3, "Secretname"), edFi(link));
    assertThat(found.counts()).containsEntry("students", new Counts(4, 2, 0, 0, 0, 2));
    assertThat(found.counts()).containsEntry("contactLinks", new Counts(1, 0, 0, 0, 0, 1));
    assertThat(imports.errors(admin, found.id(), 10))
        .extracting(e -> e.file() + " " + e.row() + " " + e.rule() + " " + e.value())
        .containsExactlyInAnyOrder(
            "f0 2 DUPLICATE null", "f1 1 DUPLICATE null", "f2 1 UNKNOWN_REFERENCE null");
    assertThat(imports.quarantine(admin, found.id(), 10)).allMatch(e -> e.value() != null);
    Actor coordinator = people.districtWide(district, Role.COORDINATOR);
    assertThatThrownBy(() -> imports.quarantine(coordinator, found.id(), 10))
        .isInstanceOf(ImportProblem.class);
    Actor stranger = people.districtWide(DistrictId.random(), Role.ADMINISTRATOR);
    assertThatThrownBy(() -> imports.find(stranger, found.id())).isInstanceOf(ImportProblem.class);
  }

  @Test
  void shouldTakeNothingOfATruncatedFile() {
    ImportView found =
        upload("edfi-xml", edFiStudents(1, 3, "Doe"), edFiStudents(4, 9, "Doe").substring(0, 300));
    assertThat(found.state()).isEqualTo(ImportView.State.REFUSED);
    assertThat(found.refusal()).contains("ends too early").doesNotContain("Doe");
    assertThatThrownBy(() -> imports.apply(admin, found.id(), true))
        .isInstanceOf(ImportProblem.class);
    assertThat(search.find(district, true, Set.of(), "", 10)).isEmpty();
  }

  private AttendanceRate rate(String student, LocalDate asOf) {
    return rates.ofStudent(id(student), asOf).getFirst();
  }

  private void loadCalendar(int days) {
    LocalDate first = LocalDate.of(2025, 9, 1);
    loader.load(
        district,
        Stream.concat(
            Stream.of(new Records.School("1", "Elm School"), student(1), student(2)),
            IntStream.range(0, days)
                .mapToObj(
                    d ->
                        new Records.CalendarDay(
                            "1", "A", "2026", first.plusDays(d), true, "Instructional day", 400))));
    loader.load(
        district,
        Stream.of(
            new Records.Enrollment("s1", "1", first, null, "K", true),
            new Records.Enrollment("s2", "1", first.plusDays(10), first.plusDays(29), "K", true)));
  }

  @Test
  void shouldReadDailyAttendanceAndCountByTheRulesOfTheState() {
    loadCalendar(40);
    ImportView found =
        upload(
            "attendance-csv",
            """
        date,student_id,school_id,status,minutes
        2025-09-01,s1,1,Unexcused,
        2025-09-02,s1,1,excused,
        2025-09-03,s1,1,disciplinary,
        2025-09-04,s1,1,tardy,
        2025-09-05,s1,1,present,199
        2025-09-06,s1,1,unexcused,200
        2025-09-07,s1,1,partial,
        2025-09-08,s1,1,XYZ,
        2025-09-09,s9,1,unexcused,
        2025-02-30,s1,1,unexcused,
        2025-09-11,s2,1,unexcused,
        2025-09-02,s2,1,unexcused,
        """);
    assertThat(imports.errors(admin, found.id(), 10))
        .extracting(e -> e.row() + " " + e.rule())
        .containsExactlyInAnyOrder("9 UNKNOWN_CODE", "10 UNKNOWN_REFERENCE", "11 NOT_A_DATE");
    assertThat(found.warnings())
        .extracting(ImportWarning::key)
        .contains("imports.warning.daysFrom.calendar");
    imports.apply(admin, found.id(), false);

    AttendanceRate first = rate("s1", LocalDate.of(2025, 10, 10));
    assertThat(first.enrolledDays()).isEqualTo(40);
    assertThat(first.absences()).isEqualTo(4);
    assertThat(first.band()).isEqualTo(AttendanceRate.Band.MODERATE_CHRONIC);
    AttendanceRate second = rate("s2", LocalDate.of(2025, 10, 10));
    assertThat(second.enrolledDays()).isEqualTo(20);
    assertThat(second.absences()).isEqualTo(1);
    assertThat(second.band()).isEqualTo(AttendanceRate.Band.AT_RISK);
    assertThat(rate("s1", LocalDate.of(2025, 9, 9)).band())
        .isEqualTo(AttendanceRate.Band.TOO_EARLY);
    assertThat(rate("s1", LocalDate.of(2025, 9, 20)).band())
        .isEqualTo(AttendanceRate.Band.SEVERE_CHRONIC);
  }

  @Test
  void shouldTakeEnrolledDaysFromTheTermsWhereTheCalendarCoversFewer() {
    loader.load(
        district,
        Stream.of(
            new Records.School("1", "Elm School"),
            student(1),
            new Records.CalendarDay(
                "1", "A", "2026", LocalDate.of(2025, 9, 1), true, "Instructional day", null),
            new Records.Term(
                "1", "2026", "Fall", LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 19), 80),
            new Records.Term(
                "1", "2026", "Spring", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 6, 12), 100),
            new Records.Term(
                "1", "2026", "Year", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 6, 12), 180),
            AttendanceEvent.of(
                "s1", "1", LocalDate.of(2025, 9, 1), AttendanceStatus.ABSENT_EXCUSED),
            new AttendanceEvent(
                "s1",
                "1",
                LocalDate.of(2025, 9, 1),
                "again",
                AttendanceStatus.PARTIAL,
                null,
                null,
                null)));
    AttendanceRate rate = rate("s1", LocalDate.of(2026, 6, 12));
    assertThat(rate.enrolledDays()).isEqualTo(180);
    assertThat(rate.absences()).isEqualTo(1);
  }

  @Test
  void shouldRemoveEventsThatACoveredDateLacks() {
    loadCalendar(40);
    String head = "student_id,school_id,date,status,minutes\n";
    imports.apply(
        admin,
        upload(
                "attendance-csv",
                head
                    + "s1,1,2025-09-11,unexcused,\ns1,1,2025-09-12,unexcused,\ns2,1,2025-09-15,unexcused,\n")
            .id(),
        false);
    ImportView correction =
        upload("attendance-csv", head + "s1,1,2025-09-11,excused,\ns2,1,2025-09-12,unexcused,\n");
    assertThat(correction.counts()).containsEntry("attendanceEvents", new Counts(2, 1, 1, 0, 1, 0));
    imports.apply(admin, correction.id(), false);
    assertThat(rate("s1", LocalDate.of(2025, 10, 10)).absences()).isEqualTo(1);
    assertThat(rate("s2", LocalDate.of(2025, 10, 10)).absences()).isEqualTo(2);
  }

  @Test
  void shouldShowPagesAndAnswerTheApi() throws IOException, InterruptedException {
    ImportView found =
        upload("edfi-xml", edFiStudents(1, 2, "Doe"), edFiStudents(2, 2, "Secretname"));
    HttpResponse<String> answer = get("/api/v1/imports/" + found.id());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"quarantined\":2", "DUPLICATE")
        .doesNotContain("Secretname");
    imports.apply(admin, found.id(), false);
    UUID student = id("1").value();
    assertThat(get("/api/v1/students/" + student + "/attendance").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    try (HttpClient browser = signedIn()) {
      assertThat(page(browser, "/imports"))
          .contains("Ed-Fi XML (Data Standard 5)", "/imports/" + found.id());
      assertThat(page(browser, "/imports/" + found.id()))
          .contains("What applying does", "Rows with this id differ");
      assertThat(page(browser, "/quarantine/" + found.id()))
          .containsPattern("<td dir=\"auto\"[^>]*>2</td>");
    }
  }

  private HttpClient signedIn() throws IOException, InterruptedException {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    Matcher token =
        Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page(browser, "/sign-in"));
    assertThat(token.find()).isTrue();
    String form =
        "username="
            + admin.username()
            + "&password="
            + TestPeople.PASSWORD
            + "&_csrf="
            + token.group(1);
    browser.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    return browser;
  }

  private String page(HttpClient browser, String path) throws IOException, InterruptedException {
    return browser
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (admin.username() + ":" + TestPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Basic " + basic)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
