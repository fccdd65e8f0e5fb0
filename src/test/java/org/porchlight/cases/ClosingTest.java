package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.TaskHandler;
import org.porchlight.identification.EarlierSupport;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case ends with thanks, is remembered, and goes on where the family comes back. */
@PorchlightTest
class ClosingTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired Closings closings;
  @Autowired Barriers barriers;
  @Autowired EarlierSupport earlier;
  @Autowired List<TaskHandler> forms;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldThankTheFamilyOnceAndGoOnWithItsHistoryWhenItComesBack() {
    // given
    Opened about = visited();
    UUID settled = tell(about, BarrierCode.B_FOOD);
    UUID left = tell(about, BarrierCode.B_TRANSPORT);
    Map<String, Object> decision =
        Map.of(
            "decision", "CLOSE",
            "closingReason", "DOING_WELL",
            "settled", List.of(settled.toString()),
            "achieved", "Rides with a neighbor",
            "remember", "Call after five");
    assertThatExceptionOfType(InvalidSubmission.class)
        .isThrownBy(() -> walk.complete(about, "userTask_KeepOrClose", decision))
        .satisfies(wrong -> assertThat(wrong.errors()).containsOnlyKeys("handedOn"));
    Map<String, Object> handedOn = new HashMap<>(decision);
    handedOn.put("handedOn", "The office looks for a bus, until Friday");
    walk.complete(about, "userTask_KeepOrClose", handedOn);
    walk.awaitState(about.id(), State.CLOSED);
    assertThat(barriers.find(settled).orElseThrow().end()).isEqualTo(Barrier.End.RESOLVED);
    assertThat(barriers.find(left).orElseThrow().end()).isEqualTo(Barrier.End.HANDED_ON);
    assertThat(barriers.history(left).getLast().words()).contains("until Friday");
    assertThat(history.outcome(about.id())).contains(Outcome.CLOSED);
    assertThat(thanks(about)).isEqualTo(1);
    assertThat(earlier.of(Set.of(about.family())).get(about.family()))
        .satisfies(
            ended -> {
              assertThat(ended.relapse()).isTrue();
              assertThat(ended.visits()).isEqualTo(1);
              assertThat(ended.remember()).isEqualTo("Call after five");
            });

    // when
    CaseView closed = cases.get(about.id());
    testCases.publish(
        new ProposalAccepted(
            UUID.randomUUID(),
            about.family(),
            closed.district(),
            closed.school(),
            about.coordinator().id(),
            false,
            time.now()));

    // then
    long plan = walk.awaitTask(about.id(), "userTask_PlanFirstContact");
    CaseView again = cases.openCaseOf(about.family()).orElseThrow();
    assertThat(again.id()).isEqualTo(about.id());
    assertThat(again.run()).isEqualTo(2);
    assertThat(again.familyAgreed()).isFalse();
    assertThat(kinds(about))
        .containsSubsequence("cases.opened", "cases.visited", "cases.closed", "cases.reopened");
    assertThat(closings.of(about.id()).getFirst().achieved()).isEqualTo("Rides with a neighbor");
    assertThat(prefill(about, plan).get("visitors").toString()).contains("has visited this family");

    walk.planAndAccept(about, "CALL");
    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "YES"));
    walk.awaitTask(about.id(), "userTask_AgreeTime");
    assertThat(kinds(about).stream().filter("cases.familyAgreed"::equals)).hasSize(2);
    assertThat(thanks(about)).isEqualTo(1);
    walk.leave(about);
  }

  @Test
  void shouldNotThankAFamilyThatWasNeverReached() {
    Opened about = testCases.open();
    walk.plan(about, "CALL");
    walk.visitorsAnswer(about, Answer.NO, Answer.NO);
    walk.complete(about, "userTask_ChooseVisitors", Map.of("found", "NOBODY"));

    walk.complete(
        about, "userTask_KeepOrClose", Map.of("decision", "CLOSE", "closingReason", "OTHER"));

    walk.awaitState(about.id(), State.CLOSED);
    assertThat(thanks(about)).isZero();
  }

  private Map<String, Object> prefill(Opened about, long key) {
    return forms.stream()
        .filter(form -> form.formId().equals("plan-first-contact"))
        .findFirst()
        .orElseThrow()
        .prefill(
            new OpenTask(
                key,
                about.id().value(),
                "userTask_PlanFirstContact",
                "plan-first-contact",
                List.of(),
                null,
                time.now()));
  }

  private Opened visited() {
    Opened about = testCases.open();
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(3);
    walk.agree(about, day);
    time.advanceTo(day.atTime(16, 30).atZone(ZONE).toInstant());
    walk.logCompleted(about, day, Map.of("wantsAnotherVisit", "NO"));
    time.advanceTo(walk.dueAt(about, "event_FollowUpDayReached").plusSeconds(1));
    walk.call(about, Map.of("outcome", "REACHED"));
    return about;
  }

  private UUID tell(Opened about, BarrierCode code) {
    return barriers.tell(
        new Barriers.Telling(
            about.id(),
            code,
            Barriers.Source.PAGE,
            code.name(),
            null,
            about.coordinator().id(),
            time.now(),
            null));
  }

  private int thanks(Opened about) {
    return jdbc.sql(
            "select count(*) from messaging.intent where case_id = ? and purpose = 'cases.thanks'")
        .param(about.id().value())
        .query(Integer.class)
        .single();
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
