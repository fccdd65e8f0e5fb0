package org.porchlight.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class FamilyDecisionsPageTest {

  @LocalServerPort private int port;
  @Autowired private Districts districts;
  @Autowired private RosterLoader loader;
  @Autowired private Schools schools;
  @Autowired private Families families;
  @Autowired private FamilyDecisions decisions;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;
  private DistrictId district;

  @BeforeEach
  void loadTwoHomesAtOneAddress() {
    district = districts.add("Decision District", ZoneId.of("America/New_York"), "CT");
    loader.load(
        district,
        Stream.of(
            new Records.School("1", "Elm School"),
            new Records.School("2", "Oak School"),
            student("s1", "Ana"),
            student("s2", "Luis"),
            student("s3", "Ema"),
            new Records.Enrollment("s1", "1", LocalDate.of(2026, 8, 26), null, "3", true),
            new Records.Enrollment("s2", "1", LocalDate.of(2026, 8, 26), null, "5", true),
            new Records.Enrollment("s3", "2", LocalDate.of(2026, 8, 26), null, "2", true),
            contact("c1", "Maria", "9 Elm Street"),
            contact("c2", "Jorge", "9 Elm Street"),
            contact("c3", "Rosa", "4 Oak Street"),
            contact("c4", "Pablo", "7 Pine Street"),
            link("s1", "c1", null),
            link("s2", "c2", null),
            link("s3", "c3", null),
            link("s3", "c4", "Ask the office before calling")));
  }

  @Test
  void shouldConfirmKeepTheReasonAndPartAgain() {
    Actor coordinator = people.districtWide(district, Role.COORDINATOR);

    try (Surfer surfer = new Surfer(port).signIn(coordinator.username(), TestPeople.PASSWORD)) {
      surfer.open("/families");
      Page page = surfer.page();
      page.getByText("Families to confirm: 2 wait").click();
      surfer.look("families-confirm");
      page.getByText("Look and decide").click();
      assertThat(page.locator("main")).containsText("Maria Example");
      assertThat(page.locator("main")).containsText("9 Elm Street");
      surfer.look("families-proposal");
      page.getByLabel("How do you know?").fill("The father called");
      page.getByText("They are one family", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main")).containsText("They are one family now.");
      assertThat(page.locator("main")).containsText("The father called");
      assertThat(family("s1")).isEqualTo(family("s2"));

      page.getByText("Part them again").click();
      page.getByText("Luis Example").click();
      page.getByLabel("How do you know?").fill("Two homes after all");
      surfer.look("families-part");
      page.getByText("Part them", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("main")).containsText("They are two families now.");
      surfer.look("families-decided");
    }
    assertThat(family("s1")).isNotEqualTo(family("s2"));
    assertThat(decisions.decided(coordinator))
        .extracting(FamilyDecisions.Decided::why)
        .containsExactly("Two homes after all", "The father called");
    assertThat(opened(coordinator)).isGreaterThanOrEqualTo(4);
  }

  @Test
  void shouldReadANoteAndLetItStandOrLiftIt() {
    Actor admin = people.districtWide(district, Role.ADMINISTRATOR);

    try (Surfer surfer = new Surfer(port).signIn(admin.username(), TestPeople.PASSWORD)) {
      surfer.open("/families/confirm");
      Page page = surfer.page();
      page.getByText("Read the note").click();
      assertThat(page.locator("blockquote")).hasText("Ask the office before calling");
      surfer.look("families-restriction");
      page.getByLabel("How do you know?").fill("The office confirmed it");
      page.getByText("Do not contact this person").click();
      assertThat(page.locator("main")).containsText("No note waits to be read.");
      assertThat(contacts("s3")).containsExactly("Rosa");

      page.getByText("Read the note again").click();
      page.getByLabel("How do you know?").fill("The office says it is old");
      page.getByText("This person may be contacted").click();
      assertThat(page.locator("main")).containsText("This person may be contacted now.");
    }
    assertThat(contacts("s3")).containsExactlyInAnyOrder("Rosa", "Pablo");
    assertThat(decisions.waiting(admin).restricted()).isEmpty();
  }

  @Test
  void shouldShowNothingOfOtherSchools() {
    Actor elm =
        people.atSchool(
            district, schools.bySourceId(district, "1").orElseThrow().id(), Role.COORDINATOR);
    Actor oak =
        people.atSchool(
            district, schools.bySourceId(district, "2").orElseThrow().id(), Role.COORDINATOR);
    Actor team = people.districtWide(district, Role.TEAM);

    assertThat(decisions.waiting(elm).proposals()).hasSize(1);
    assertThat(decisions.waiting(elm).restricted()).isEmpty();
    assertThat(decisions.waiting(oak).proposals()).isEmpty();
    assertThat(decisions.waiting(oak).restricted()).hasSize(1);
    try (Surfer surfer = new Surfer(port).signIn(team.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/families/confirm")).isEqualTo(403);
      assertThat(surfer.open("/families/" + family("s1") + "/part")).isEqualTo(403);
    }
    try (Surfer surfer = new Surfer(port).signIn(oak.username(), TestPeople.PASSWORD)) {
      assertThat(surfer.open("/families/" + family("s1") + "/part")).isEqualTo(403);
    }
  }

  private FamilyId family(String student) {
    StudentId id = schools.studentBySourceId(district, student).orElseThrow();
    return families.ofStudent(id).orElseThrow();
  }

  private List<String> contacts(String student) {
    return families.find(family(student)).orElseThrow().contacts().stream()
        .map(Family.Guardian::firstName)
        .toList();
  }

  private long opened(Actor by) {
    return jdbc.sql("select count(*) from access.audit where actor = ? and outcome = 'OPENED'")
        .param(by.id().value())
        .query(Long.class)
        .single();
  }

  private static Records.Student student(String id, String name) {
    return new Records.Student(id, name, "Example", null);
  }

  private static Records.Contact contact(String id, String name, String address) {
    return new Records.Contact(id, name, "Example", address, null, "es", "es", List.of());
  }

  private static Records.ContactLink link(String student, String contact, @Nullable String note) {
    return new Records.ContactLink(student, contact, "Guardian", true, true, false, true, 1, note);
  }
}
