package org.porchlight.visits.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.browser.Surfer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place that was not safe: no visit there for a while, and few who read why. */
@PorchlightTest
class SafetyStopTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @LocalServerPort private int port;
  @Autowired private VisitLogMade made;
  @Autowired private TestPeople people;
  @Autowired private Submissions submissions;
  @Autowired private ApplyVisitLog applyLog;
  @Autowired private KeepSafetyNote keepNote;
  @Autowired private ForgetSafetyNotes forget;
  @Autowired private SafetyStops stops;
  @Autowired private AgreeTime agreeTime;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private VisitLogMade.Made visit;
  private Submission log;

  @BeforeEach
  void leaveAVisit() {
    visit = made.visit();
    log =
        submissions.submit(
            made.logTask(visit, VisitForm.FIRST),
            visit.visitor().id(),
            Map.of("outcome", "UNSAFE"));
    assertThat(applyLog.apply(visit.visit(), log.id()).outcome()).isEqualTo(VisitOutcome.UNSAFE);
  }

  @Test
  void shouldPlanNoVisitThereWhileItStands() {
    assertThatThrownBy(() -> agreeTime.submitted(time("HOME")))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong -> {
              assertThat(wrong.errors()).containsOnlyKeys("place");
              assertThat(wrong.errors().get("place")).doesNotContain("safe");
            });
    agreeTime.submitted(time("SCHOOL"));

    expire();

    agreeTime.submitted(time("HOME"));
  }

  @Test
  void shouldForgetEverythingWhenItExpires() {
    UUID note = note();
    keepNote.keep(visit.visit(), note);
    keepNote.keep(visit.visit(), note);
    assertThat(stops.ofVisit(visit.visit(), clock.instant()).orElseThrow().words())
        .isEqualTo("A dog ran at us");

    expire();
    forget.forget();

    assertThat(rows("select count(*) from visits.safety_stop where appointment = ?", visit.visit()))
        .isZero();
    assertThat(submissions.get(note).data()).isEmpty();
    assertThat(submissions.get(note).by()).isEqualTo(visit.coordinator().id());
  }

  @Test
  void shouldShowTheFactsToCoordinatorsOnly() {
    keepNote.keep(visit.visit(), note());
    String page = "/families/" + visit.opened().family() + "/visit-notes/" + log.id();
    TaskFixture.Place place = visit.opened().place();

    try (Surfer surfer = signedIn(visit.coordinator())) {
      surfer.open(page);
      assertThat(surfer.page().locator("main")).containsText("A dog ran at us");
      assertThat(surfer.page().locator("main")).containsText("An animal that was not held");
      surfer.look("visit-note-not-safe");
    }
    List<Actor> others =
        List.of(visit.visitor(), people.atSchool(place.district(), place.school(), Role.TEAM));
    for (Actor other : others) {
      try (Surfer surfer = signedIn(other)) {
        surfer.open(page);
        Page shown = surfer.page();
        assertThat(shown.locator("main")).containsText("The visit ended early");
        assertThat(shown.locator("main")).not().containsText("safe");
        assertThat(shown.locator("main")).not().containsText("dog");
        surfer.open("/families/" + visit.opened().family());
        assertThat(shown.locator("main")).not().containsText("safe");
      }
    }
  }

  private UUID note() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into engine.submission (id, task_key, subject, element_id, form_id, form_key,
              groups, task_created_at, submitted_by, submitted_at, data)
            values (?, 1, ?, 'userTask_WriteSafetyNote', 'safety-note', 1, '{}', now(), ?, now(),
              '{"facts": ["ANIMAL"], "words": "A dog ran at us"}')
            """)
        .params(id, visit.opened().caseId().value(), visit.coordinator().id().value())
        .update();
    return id;
  }

  private void expire() {
    stops.review(
        visit.visit(), visit.coordinator().id(), clock.instant(), clock.instant().minusSeconds(1));
  }

  private Submission time(String place) {
    LocalDate day = clock.instant().atZone(ZONE).toLocalDate().plusDays(5);
    OpenTask task =
        new OpenTask(
            1,
            visit.opened().caseId().value(),
            "userTask_AgreeTime",
            "agree-time",
            List.of(),
            null,
            clock.instant().minus(Duration.ofDays(1)));
    Map<String, Object> said =
        Map.of("date", day.toString(), "time", "16:00", "durationMinutes", 45, "place", place);
    return new Submission(UUID.randomUUID(), task, visit.visitor().id(), clock.instant(), said);
  }

  private int rows(String sql, UUID id) {
    return jdbc.sql(sql).param(id).query(Integer.class).single();
  }

  private Surfer signedIn(Actor actor) {
    return new Surfer(port).signIn(actor.username(), TestPeople.PASSWORD);
  }
}
