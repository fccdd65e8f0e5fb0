package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family is not pressed: what nobody asked for stops at the program's budget (I2). */
@PorchlightTest
class ContactBudgetTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired FamilyContacts contacts;
  @Autowired Programs programs;
  @Autowired Messages messages;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldRemindOnlyWithinTheBudgetAndPutThePersonOffUntilThereIsRoom() {
    Opened about = openWithBudget(2);
    walk.planAndAccept(about, "TEXT");
    walk.awaitInvitation(about);

    time.advanceTo(time.now().plus(Duration.ofDays(14)));

    walk.awaitTask(about.id(), "userTask_ContactFamily");
    assertThat(kinds(about).stream().filter("cases.familyReminded"::equals)).hasSize(1);
    assertThat(kinds(about)).contains("cases.overBudget");
    FamilyContacts.Count count = count(about);
    assertThat(count.made()).isEqualTo(2);
    Instant room = count.waitsUntil().orElseThrow();
    assertThat(dueOf(about, "userTask_ContactFamily")).isAfter(room);

    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "NOT_REACHED"));
    Instant next = walk.dueAt(about, "event_LaterDayReached");
    assertThat(next).isAfter(room);
    assertThat(count(about).made()).isEqualTo(3);
    walk.leave(about);
  }

  @Test
  void shouldHoldBackATextThatIsOverTheBudgetWhenItIsSent() {
    Opened about = openWithBudget(1);
    walk.plan(about, "TEXT");
    time.advanceTo(tonight());
    walk.visitorsAnswer(
        about, org.porchlight.messaging.Answer.YES, org.porchlight.messaging.Answer.YES);
    walk.awaitInvitation(about);
    somebodyCallsMeanwhile(about);

    time.advanceTo(time.now().plus(Duration.ofDays(3)));

    walk.awaitTask(about.id(), "userTask_ContactFamily");
    assertThat(kinds(about)).contains("cases.overBudget");
    assertThat(messages.thread(about.family()))
        .anySatisfy(
            text -> {
              assertThat(text.state()).isEqualTo(ThreadEntry.State.NOT_SENT);
              assertThat(text.why()).isEqualTo(ThreadEntry.Why.OVER_BUDGET);
            });
    walk.leave(about);
  }

  @Test
  void shouldNotCountACallThatTheFamilyAskedFor() {
    Opened about = openWithBudget(6);
    walk.planAndAccept(about, "TEXT");
    walk.awaitInvitation(about);
    time.awaitQuiet();
    int invited = count(about).made();
    walk.familyAnswers(about, org.porchlight.messaging.Answer.CALL_ME);

    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "LATER"));
    walk.awaitPlace(about.id(), "event_LaterDayReached");

    assertThat(count(about).made()).isEqualTo(invited);
    walk.leave(about);
  }

  private FamilyContacts.Count count(Opened about) {
    return contacts.count(about.family(), cases.get(about.id()).district());
  }

  private Opened openWithBudget(int budget) {
    Opened about = testCases.open();
    var district = cases.get(about.id()).district();
    ProgramSettings s = programs.current(district);
    programs.set(
        district,
        new ProgramSettings(
            s.version(),
            s.lookEachSchoolDay(),
            s.targeting(),
            s.eligibility(),
            s.weights(),
            s.weeklyCapacity(),
            s.cadence(),
            s.attempts(),
            new ProgramSettings.Contact(s.contact().opens(), s.contact().closes(), budget),
            s.ending(),
            s.languages(),
            s.summer()));
    return about;
  }

  private Instant tonight() {
    ZonedDateTime now = time.now().atZone(ZONE);
    ZonedDateTime night = now.with(LocalTime.of(21, 0));
    return (night.isAfter(now) ? night : night.plusDays(1)).toInstant();
  }

  private void somebodyCallsMeanwhile(Opened about) {
    jdbc.sql(
            """
            insert into cases.call_try (submission_id, case_id, call_key, outcome, at)
            values (?, ?, 0, 'NOT_REACHED', ?)
            """)
        .params(UUID.randomUUID(), about.id().value(), java.sql.Timestamp.from(time.now()))
        .update();
  }

  private Instant dueOf(Opened about, String elementId) {
    return jdbc.sql("select due from engine.open_task where subject = ? and element_id = ?")
        .params(about.id().value(), elementId)
        .query((row, number) -> row.getTimestamp("due").toInstant())
        .single();
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
