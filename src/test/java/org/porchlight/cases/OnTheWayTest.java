package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.access.Role;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.identification.ServedFamilies;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.Families;
import org.porchlight.roster.FamilyDecisions;
import org.porchlight.roster.Records;
import org.porchlight.roster.RosterLoader;
import org.porchlight.roster.Schools;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the roster says anew about a family whose case is open. */
@PorchlightTest
class OnTheWayTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate YEAR_BEGAN = LocalDate.of(2026, 8, 26);

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired ReadableWords words;
  @Autowired Barriers barriers;
  @Autowired TestPeople people;
  @Autowired HandOvers handOvers;
  @Autowired ServedFamilies served;
  @Autowired RosterLoader loader;
  @Autowired Schools schools;
  @Autowired Families families;
  @Autowired FamilyDecisions decisions;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldTakeANewSiblingIntoTheOpenCase() {
    Opened about = testCases.open();

    load(
        about,
        new Records.Student("8", "Ria", "Example", null),
        new Records.Enrollment("8", "1", YEAR_BEGAN, null, "1", true),
        link("8", "c", null));

    assertThat(families.find(about.family()).orElseThrow().students()).hasSize(2);
    assertThat(kinds(about.id())).contains("cases.siblingJoined");
    assertThat(familyOf(about, "8")).isEqualTo(about.family());
    assertThat(served.served(district(about))).contains(about.family());
    walk.leave(about);
  }

  @Test
  void shouldFollowTheStudentToAnotherSchoolAndAskBeforeNotesArePassedOn() {
    Opened about = testCases.open();
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");
    UUID food = tell(about.id(), BarrierCode.B_FOOD);

    move(about);

    SchoolId oak = school(about, "2");
    assertThat(barriers.find(food).orElseThrow().owner()).isEqualTo(OwnerGroup.coordinators(oak));
    assertThat(cases.get(about.id()).school()).isEqualTo(oak);
    long task = walk.awaitTask(about.id(), "userTask_SettleChange");
    String coordinators = OwnerGroup.coordinators(oak).text();
    assertThat(groups(task)).containsExactly(coordinators);
    assertThat(groups(walk.awaitTask(about.id(), "userTask_PlanFirstContact")))
        .containsExactly(coordinators);
    Actor there = people.atSchool(district(about), oak, Role.COORDINATOR);
    assertThat(words.from(cases.get(about.id()), there)).isAfter(Instant.EPOCH);

    walk.complete(about, "userTask_SettleChange", Map.of("decision", "GO_ON", "consent", "YES"));

    await()
        .atMost(CaseWalk.PATIENCE)
        .until(() -> Instant.MIN.equals(words.from(cases.get(about.id()), there)));
    assertThat(cases.get(about.id()).live()).isTrue();
    walk.leave(about);
  }

  @Test
  void shouldRaiseAChangeThatNobodyLooksInto() {
    Opened about = testCases.open();
    move(about);
    walk.awaitTask(about.id(), "userTask_SettleChange");

    time.advanceTo(time.now().plus(Duration.ofDays(8)));

    assertThat(
            history.timeline(about.id()).stream()
                .filter(entry -> entry.kind().equals("cases.taskOverdue"))
                .map(entry -> entry.facts().get("task")))
        .contains("userTask_SettleChange");
    walk.leave(about);
  }

  @Test
  void shouldEndNothingByItselfWhenTheRosterLosesTheStudents() {
    Opened moved = testCases.open();
    Opened finished = testCases.open();
    Opened mistaken = testCases.open();
    for (Opened each : List.of(moved, finished, mistaken)) {
      load(each, new Records.Enrollment("7", "1", YEAR_BEGAN, today().minusDays(1), "3", true));
      walk.awaitTask(each.id(), "userTask_SettleChange");
      assertThat(cases.get(each.id()).live()).isTrue();
    }

    walk.complete(moved, "userTask_SettleChange", Map.of("decision", "LEFT"));
    walk.complete(finished, "userTask_SettleChange", Map.of("decision", "GRADUATED"));
    walk.complete(mistaken, "userTask_SettleChange", Map.of("decision", "STILL_HERE"));

    walk.awaitState(moved.id(), State.CLOSED);
    walk.awaitState(finished.id(), State.CLOSED);
    assertThat(history.outcome(moved.id())).contains(Outcome.LEFT);
    assertThat(history.outcome(finished.id())).contains(Outcome.CLOSED);
    time.awaitQuiet();
    assertThat(cases.get(mistaken.id()).live()).isTrue();
    walk.leave(mistaken);
  }

  @Test
  void shouldStopWritingToAGuardianWhoIsNowRestricted() {
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.awaitInvitation(about);

    load(about, link("7", "c", "No contact, see office"));

    walk.awaitTask(about.id(), "userTask_ContactFamily");
    walk.complete(about, "userTask_SettleChange", Map.of("decision", "GO_ON"));
    time.awaitQuiet();
    assertThat(cases.get(about.id()).live()).isTrue();
    assertThat(kinds(about.id())).contains("cases.change.CONTACTS_CHANGED");
    walk.leave(about);
  }

  @Test
  void shouldAskWhomToTalkToWhenSomebodyNewComesFirst() {
    Opened about = testCases.open();
    load(
        about,
        new Records.Contact("f", "Fay", "Example", "3 Example Street", null, "es", "es", List.of()),
        new Records.ContactLink("7", "f", "Aunt", true, true, false, false, 5, null));
    assertThat(kinds(about.id())).contains("cases.contactJoined");
    assertThat(kinds(about.id())).doesNotContain("cases.change.CONTACT_JOINED");

    load(
        about,
        new Records.Contact("e", "Eve", "Example", "2 Example Street", null, "es", "es", List.of()),
        new Records.ContactLink("7", "e", "Grandmother", true, true, false, true, 0, null));

    walk.complete(about, "userTask_SettleChange", Map.of("decision", "GO_ON"));
    assertThat(kinds(about.id())).contains("cases.change.CONTACT_JOINED");
    assertThat(cases.get(about.id()).live()).isTrue();
    walk.leave(about);
  }

  @Test
  void shouldLetOneJourneyGoOnForOneFamilyAndPartThemAgain() {
    // given two families with a case each
    Opened about = testCases.open();
    load(
        about,
        new Records.Student("8", "Ria", "Example", null),
        new Records.Enrollment("8", "1", YEAR_BEGAN, null, "1", true),
        new Records.Contact("d", "Dan", "Example", "2 Example Street", null, "es", "es", List.of()),
        link("8", "d", null));
    FamilyId second = familyOf(about, "8");
    CaseId other = openCase(about, second);
    walk.awaitTask(other, "userTask_RepairContact");
    for (CaseId each : List.of(about.id(), other)) {
      tell(each, BarrierCode.B_FOOD);
    }
    UUID here = tell(about.id(), BarrierCode.N_BIAS);
    UUID there = tell(other, BarrierCode.B_TRANSPORT);

    // when they turn out to be one
    load(about, link("8", "c", null));

    // then
    FamilyId one = familyOf(about, "8");
    boolean otherWent = one.equals(about.family());
    CaseId goesOn = otherWent ? about.id() : other;
    CaseId went = otherWent ? other : about.id();
    walk.awaitState(went, State.CLOSED);
    assertThat(history.outcome(went)).contains(Outcome.MERGED);
    assertThat(cases.get(goesOn).live()).isTrue();
    assertThat(cases.openCaseOf(otherWent ? second : about.family()).orElseThrow().id())
        .isEqualTo(goesOn);
    assertThat(kinds(goesOn)).contains("cases.mergedIn", "cases.ending.MERGED");
    assertThat(textsAtTheEnd(went)).isZero();
    assertThat(barriers.open(went)).isEmpty();
    assertThat(barriers.open(goesOn))
        .extracting(Barrier::code)
        .containsExactlyInAnyOrder(BarrierCode.B_FOOD, BarrierCode.N_BIAS, BarrierCode.B_TRANSPORT);

    // and when they are parted again
    decisions.part(
        one,
        Set.of(schools.studentBySourceId(district(about), otherWent ? "8" : "7").orElseThrow()),
        "Cousins",
        about.coordinator());

    assertThat(cases.get(went).live()).isTrue();
    assertThat(cases.get(went).run()).isEqualTo(2);
    assertThat(barriers.find(here).orElseThrow().caseId()).isEqualTo(about.id());
    assertThat(barriers.find(there).orElseThrow().caseId()).isEqualTo(other);
    for (CaseId each : List.of(goesOn, went)) {
      assertThat(barriers.open(each))
          .hasSize(2)
          .extracting(Barrier::code)
          .contains(BarrierCode.B_FOOD);
    }
    walk.awaitState(went, State.OPEN);
    assertThat(kinds(went)).contains("cases.partedAgain");
    assertThat(cases.get(goesOn).live()).isTrue();
    endBoth(about, goesOn, went);
  }

  @Test
  void shouldHandOverToTheReceivingSchoolBeforeDayOne() {
    Opened about = testCases.open();
    LocalDate begins = today().plusDays(30);

    load(
        about,
        new Records.School("2", "Oak School"),
        new Records.Enrollment("7", "2", begins, null, "4", true));

    SchoolId elm = school(about, "1");
    SchoolId oak = school(about, "2");
    assertThat(cases.get(about.id()).school()).isEqualTo(elm);
    long task = walk.awaitTask(about.id(), "userTask_SettleChange");
    assertThat(groups(task))
        .containsExactlyInAnyOrder(
            OwnerGroup.coordinators(elm).text(), OwnerGroup.coordinators(oak).text());
    assertThat(families.file(about.family()).schools()).contains(elm, oak);
    assertThat(handOvers.ofDistrict(district(about), today()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.to()).isEqualTo(oak);
              assertThat(one.begins()).isEqualTo(begins);
              assertThat(one.settled()).isFalse();
            });

    walk.complete(about, "userTask_SettleChange", Map.of("decision", "GO_ON", "consent", "YES"));

    await()
        .atMost(CaseWalk.PATIENCE)
        .until(() -> handOvers.ofDistrict(district(about), today()).getFirst().settled());
    Actor there = people.atSchool(district(about), oak, Role.COORDINATOR);
    assertThat(words.from(cases.get(about.id()), there)).isEqualTo(Instant.MIN);
    walk.leave(about);
  }

  private UUID tell(CaseId id, BarrierCode code) {
    return barriers.tell(
        new Barriers.Telling(
            id, code, Barriers.Source.PAGE, code.name(), null, null, time.now(), null));
  }

  private void move(Opened about) {
    load(
        about,
        new Records.School("2", "Oak School"),
        new Records.Enrollment("7", "1", YEAR_BEGAN, today().minusDays(1), "3", true),
        new Records.Enrollment("7", "2", today(), null, "3", true));
  }

  private CaseId openCase(Opened about, FamilyId family) {
    testCases.publish(
        new ProposalAccepted(
            UUID.randomUUID(),
            family,
            district(about),
            school(about, "1"),
            about.coordinator().id(),
            false,
            time.now()));
    return cases.openCaseOf(family).orElseThrow().id();
  }

  private void endBoth(Opened about, CaseId... ids) {
    for (CaseId id : ids) {
      cases.familyDeclined(id, "CALL", about.coordinator().id(), time.now());
    }
  }

  private void load(Opened about, CanonicalRecord... records) {
    loader.load(district(about), Stream.of(records));
  }

  private static Records.ContactLink link(
      String student, String contact, @Nullable String restrictions) {
    return new Records.ContactLink(
        student, contact, "Mother", true, true, false, true, 1, restrictions);
  }

  private FamilyId familyOf(Opened about, String student) {
    return schools
        .studentBySourceId(district(about), student)
        .flatMap(families::ofStudent)
        .orElseThrow();
  }

  private SchoolId school(Opened about, String sourceId) {
    return schools.bySourceId(district(about), sourceId).orElseThrow().id();
  }

  private DistrictId district(Opened about) {
    return cases.get(about.id()).district();
  }

  private LocalDate today() {
    return time.now().atZone(ZONE).toLocalDate();
  }

  private List<String> groups(long task) {
    return jdbc.sql("select unnest(groups) from engine.open_task where key = ?")
        .param(task)
        .query(String.class)
        .list();
  }

  private int textsAtTheEnd(CaseId id) {
    return jdbc.sql(
            """
            select count(*) from messaging.intent
            where case_id = ? and purpose in ('cases.goodbye', 'cases.thanks')
            """)
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  private List<String> kinds(CaseId id) {
    return history.timeline(id).stream().map(CaseHistory.Entry::kind).toList();
  }
}
