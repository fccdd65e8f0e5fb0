package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.Barriers.History;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.shared.StudentId;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What makes school hard is kept with an owner and a due date until it has ended. */
@PorchlightTest
class BarriersTest {

  @Autowired TestCases testCases;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired Barriers barriers;
  @Autowired HeardBarriers heard;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldHaveAnOwnerAndADueDateFromTheFirstInstant() {
    // given
    Opened about = testCases.open();

    // when
    UUID id = barriers.tell(telling(about, BarrierCode.B_FOOD, "log:1"));

    // then
    Barrier barrier = barriers.find(id).orElseThrow();
    assertThat(barrier.open()).isTrue();
    assertThat(barrier.owner()).isEqualTo(cases.get(about.id()).coordinators());
    assertThat(barrier.due()).isAfter(clock.instant());
    assertThat(barrier.level()).isZero();
    assertThat(heard.told(id))
        .singleElement()
        .satisfies(event -> assertThat(event.code()).isEqualTo(BarrierCode.B_FOOD));
    assertThat(kinds(about)).containsOnlyOnce("cases.barrierTold");
  }

  @Test
  void shouldKeepOneOfWhatIsToldTwice() {
    // given
    Opened about = testCases.open();
    UUID first = barriers.tell(telling(about, BarrierCode.B_FOOD, "log:1"));

    // when
    UUID repeat = barriers.tell(telling(about, BarrierCode.B_FOOD, "log:1"));
    UUID again = barriers.tell(telling(about, BarrierCode.B_FOOD, "call:2"));

    // then
    assertThat(List.of(repeat, again)).containsOnly(first);
    assertThat(whats(first)).containsExactly(What.TOLD, What.TOLD_AGAIN);
    assertThat(heard.told(first)).hasSize(1);
    assertThat(barriers.of(about.id())).hasSize(1);
  }

  @Test
  void shouldKeepApartWhatIsAboutDifferentStudentsOrHasEnded() {
    // given
    Opened about = testCases.open();
    UUID family = barriers.tell(telling(about, BarrierCode.N_BULLYING, "a"));
    UUID student = barriers.tell(telling(about, BarrierCode.N_BULLYING, "b", StudentId.random()));

    // when
    barriers.end(family, End.RESOLVED, about.coordinator().id(), now(), "Talked with both");
    UUID later = barriers.tell(telling(about, BarrierCode.N_BULLYING, "c"));

    // then
    assertThat(List.of(family, student, later)).doesNotHaveDuplicates();
    assertThat(barriers.open(about.id()))
        .extracting(Barrier::id)
        .containsExactlyInAnyOrder(student, later);
    assertThat(barriers.history(family).getLast().words()).isEqualTo("Talked with both");
  }

  @Test
  void shouldEndOnceOnly() {
    // given
    Opened about = testCases.open();
    UUID id = barriers.tell(telling(about, BarrierCode.B_UTILITIES, "a"));

    // when
    barriers.end(id, End.RESOLVED, null, now(), null);
    barriers.end(id, End.NOT_NEEDED, null, now(), null);
    barriers.own(id, cases.get(about.id()).team(), now(), 1, "LATE", now());

    // then
    assertThat(barriers.find(id).orElseThrow().end()).isEqualTo(End.RESOLVED);
    assertThat(heard.ended(id)).containsExactly(End.RESOLVED);
    assertThat(whats(id)).containsExactly(What.TOLD, What.ENDED);
  }

  @Test
  void shouldKeepEachHopOnceWithItsDueDate() {
    // given
    Opened about = testCases.open();
    CaseView view = cases.get(about.id());
    UUID id = barriers.tell(telling(about, BarrierCode.B_TRANSPORT, "a"));
    Instant due = now().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MILLIS);

    // when
    barriers.own(id, view.team(), due, 1, "LATE", now());
    barriers.own(id, view.team(), due, 1, "LATE", now());
    barriers.own(id, view.coordinators(), due.plusSeconds(1), 2, "LATE", now());

    // then
    assertThat(whats(id)).containsExactly(What.TOLD, What.OWNED, What.OWNED);
    assertThat(barriers.history(id).get(1))
        .satisfies(
            hop -> {
              assertThat(hop.owner()).isEqualTo(view.team());
              assertThat(hop.due()).isEqualTo(due);
              assertThat(hop.why()).isEqualTo("LATE");
            });
    assertThat(barriers.find(id).orElseThrow().level()).isEqualTo(2);
    assertThat(kinds(about)).contains("cases.barrierToTeam", "cases.barrierToDistrict");
  }

  @Test
  void shouldBeDoneWhereHelpOnTheSpotSettledIt() {
    // given
    Opened about = testCases.open();

    // when
    UUID coat = barriers.tell(help(about, BarrierCode.B_CLOTHING_LAUNDRY, "a", true, "COAT"));

    // then
    assertThat(barriers.find(coat).orElseThrow().end()).isEqualTo(End.HELPED_AT_ONCE);
    assertThat(barriers.history(coat).getFirst().given()).containsExactly("COAT");
    assertThat(heard.told(coat)).isEmpty();
  }

  @Test
  void shouldLeaveOpenWhatNeedsMoreOrSomebodyWorksOn() {
    // given
    Opened about = testCases.open();
    UUID food = barriers.tell(help(about, BarrierCode.B_FOOD, "a", false, "FOOD"));
    UUID rides = barriers.tell(telling(about, BarrierCode.B_TRANSPORT, "b"));
    UUID clothes = barriers.tell(telling(about, BarrierCode.B_CLOTHING_LAUNDRY, "c"));
    barriers.own(rides, cases.get(about.id()).team(), now(), 1, "LATE", now());

    // when
    barriers.tell(help(about, BarrierCode.B_TRANSPORT, "d", true, "BUS_PASS"));
    barriers.tell(help(about, BarrierCode.B_CLOTHING_LAUNDRY, "e", true, "COAT"));

    // then
    assertThat(barriers.open(about.id()))
        .extracting(Barrier::id)
        .containsExactlyInAnyOrder(food, rides);
    assertThat(whats(rides)).containsExactly(What.TOLD, What.OWNED, What.HELPED);
    assertThat(heard.ended(clothes)).containsExactly(End.HELPED_AT_ONCE);
  }

  @Test
  void shouldTakeBackWhatOnlyAnAmendedLogTold() {
    // given
    Opened about = testCases.open();
    UUID mistake = barriers.tell(telling(about, BarrierCode.B_DENTAL_VISION, "log:1"));
    UUID toldTwice = barriers.tell(telling(about, BarrierCode.B_FOOD, "log:1f"));
    barriers.tell(telling(about, BarrierCode.B_FOOD, "call:1"));
    UUID worked = barriers.tell(telling(about, BarrierCode.B_UTILITIES, "log:1u"));
    barriers.own(worked, cases.get(about.id()).team(), now(), 1, "LATE", now());

    // when
    for (String key : List.of("log:1", "log:1f", "log:1u", "log:1u", "never told")) {
      barriers.takeBack(about.id(), key, about.visitorA(), now());
    }

    // then
    assertThat(barriers.find(mistake).orElseThrow().end()).isEqualTo(End.TOLD_BY_MISTAKE);
    assertThat(barriers.open(about.id()))
        .extracting(Barrier::id)
        .containsExactlyInAnyOrder(toldTwice, worked);
    assertThat(whats(worked)).containsExactly(What.TOLD, What.OWNED, What.TAKEN_BACK);
  }

  @Test
  void shouldEndWithItsCase() {
    // given
    Opened about = testCases.open();
    UUID id = barriers.tell(telling(about, BarrierCode.B_HEALTH_ACCESS, "a"));

    // when
    cases.familyDeclined(about.id(), "CALL", about.coordinator().id(), now());
    UUID late = barriers.tell(telling(about, BarrierCode.B_FOOD, "late log"));

    // then
    assertThat(heard.ended(id)).containsExactly(End.FAMILY_DECLINED);
    assertThat(barriers.find(late).orElseThrow().end()).isEqualTo(End.FAMILY_DECLINED);
    assertThat(heard.told(late)).isEmpty();
  }

  @Test
  void shouldNotNameOnTheTimelineWhatWasToldInConfidence() {
    // given
    Opened about = testCases.open();

    // when
    UUID secret = barriers.tell(telling(about, BarrierCode.B_JUSTICE_FOSTER, "a"));
    barriers.end(secret, End.RESOLVED, null, now(), "Words");

    // then
    assertThat(history.timeline(about.id()))
        .filteredOn(entry -> entry.kind().startsWith("cases.barrier"))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.facts()).containsOnlyKeys("barrier"));
    assertThat(
            jdbc.sql("select count(*) from cases.event_outbox where data::text like '%JUSTICE%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void shouldRefuseWhatNobodyCanTakeOn() {
    Opened about = testCases.open();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> barriers.tell(telling(about, BarrierCode.X_UNKNOWN, "a")));
    assertThat(barriers.of(about.id())).isEmpty();
  }

  /** I5, by the database itself: whatever a program forgets, this holds. */
  @ParameterizedTest
  @ValueSource(strings = {"owner_group", "due_at"})
  void shouldNotBeAbleToLoseItsOwnerOrDueDate(String column) {
    Opened about = testCases.open();
    UUID id = barriers.tell(telling(about, BarrierCode.B_FOOD, "a"));

    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(
            () ->
                jdbc.sql("update cases.barrier set " + column + " = null where id = ?")
                    .param(id)
                    .update());
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from cases.barrier b join cases.family_case c on c.id = b.case_id
                    where b.ended is null and c.outcome is not null
                    """)
                .query(Integer.class)
                .single())
        .as("open barriers of cases that have ended")
        .isZero();
  }

  private Telling telling(Opened about, BarrierCode code, String key) {
    return telling(about, code, key, null);
  }

  private Telling telling(Opened about, BarrierCode code, String key, @Nullable StudentId student) {
    return new Telling(about.id(), code, Source.LOG, key, student, about.visitorA(), now(), null);
  }

  private Telling help(Opened about, BarrierCode code, String key, boolean settled, String given) {
    return new Telling(
        about.id(),
        code,
        Source.LOG,
        key,
        null,
        about.visitorA(),
        now(),
        null,
        settled,
        List.of(given));
  }

  private Instant now() {
    return clock.instant();
  }

  private List<What> whats(UUID barrier) {
    return barriers.history(barrier).stream().map(History::what).toList();
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
