package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.Submissions;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.visits.internal.ChangeVisit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two things happen at once; each race is run several times, side by side. */
@PorchlightTest
class RacesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final int TIMES = 6;

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired CaseHistory history;
  @Autowired StaffRecords staff;
  @Autowired Submissions submissions;
  @Autowired ChangeVisit changes;
  @Autowired ProcessClock time;
  @Autowired JdbcClient jdbc;

  private final List<Opened> all = new ArrayList<>();

  @AfterEach
  void leave() {
    all.forEach(walk::leave);
  }

  @Test
  void shouldInviteNobodyWhenTheFamilySaysNoWhileAVisitorAccepts() {
    open();
    CaseWalk.sideBySide(each(about -> walk.plan(about, "TEXT")));

    CaseWalk.sideBySide(
        each(
            about ->
                CaseWalk.atOnce(
                    walk.answersOfVisitors(about, Answer.YES, Answer.YES), () -> sayNo(about))));

    for (Opened about : all) {
      walk.awaitState(about.id(), State.CLOSED);
      assertThat(history.outcome(about.id())).contains(Outcome.DECLINED);
    }
    await().atMost(CaseWalk.PATIENCE).until(() -> all.stream().allMatch(a -> running(a) == 0));
    time.awaitQuiet();
    assertThat(all).allMatch(about -> openQuestions(about) == 0);
    assertThat(all).allMatch(about -> texts(about, "cases.invitation", "SENT") == 0);
  }

  @Test
  void shouldKeepOneOfTwoFormsOfATaskAndTellTheOtherPerson() {
    open();
    ConcurrentLinkedQueue<String> tooLate = new ConcurrentLinkedQueue<>();
    CaseWalk.sideBySide(
        each(
            about -> {
              long task = walk.awaitTask(about.id(), "userTask_PlanFirstContact");
              CaseWalk.atOnce(
                  () -> plan(about, task, "TEXT", tooLate),
                  () -> plan(about, task, "CALL", tooLate));
            }));

    assertThat(tooLate)
        .hasSize(TIMES)
        .allMatch(saved -> saved.equals("TEXT") || saved.equals("CALL"));
    for (Opened about : all) {
      walk.awaitPlace(about.id(), "gateway_AwaitPair");
      assertThat(completions(about)).isEqualTo(1);
    }
  }

  /** Whoever is first: no text about a visit leaves once the visit is off. */
  @Test
  void shouldRemindNobodyOfAVisitThatIsCalledOffInTheSameSecond() {
    open();
    LocalDate day = time.now().atZone(ZONE).toLocalDate().plusDays(5);
    CaseWalk.sideBySide(
        each(
            about -> {
              walk.planAndAccept(about, "TEXT");
              walk.familyAnswers(about, Answer.YES);
              walk.agree(about, day);
            }));
    time.advanceTo(walk.dueAt(all.getFirst(), "event_ReminderDue").minusMillis(200));

    CaseWalk.atOnce(
        () -> time.advanceUnsettled(Duration.ofSeconds(1)),
        () -> all.forEach(about -> changes.change(visitOf(about), about.visitorA(), true)));
    time.awaitQuiet();

    for (Opened about : all) {
      walk.awaitTask(about.id(), "userTask_AgreeTime");
      Instant off = calledOffAt(about);
      assertThat(remindersSentAfter(about, off)).as("reminders after " + off).isZero();
    }
  }

  private void open() {
    Stream.generate(testCases::open).limit(TIMES).forEach(all::add);
  }

  private interface Act {
    void on(Opened about);
  }

  private Runnable[] each(Act act) {
    return all.stream().map(about -> (Runnable) () -> act.on(about)).toArray(Runnable[]::new);
  }

  private void sayNo(Opened about) {
    staff.record(
        about.id(),
        StaffRecords.What.FAMILY_SAID_NO,
        UUID.randomUUID(),
        about.coordinator().id(),
        time.now());
  }

  private void plan(Opened about, long task, String channel, ConcurrentLinkedQueue<String> late) {
    try {
      submissions.submit(
          task,
          about.coordinator().id(),
          Map.of(
              "channel", channel,
              "visitorA", about.visitorA().toString(),
              "visitorB", about.visitorB().toString()));
    } catch (TaskAlreadyDone e) {
      late.add(String.valueOf(e.saved().data().get("channel")));
    }
  }

  private UUID visitOf(Opened about) {
    return jdbc.sql("select id from visits.appointment where case_id = ? and state = 'PLANNED'")
        .param(about.id().value())
        .query(UUID.class)
        .single();
  }

  private Instant calledOffAt(Opened about) {
    return jdbc.sql("select changed_at from visits.appointment where case_id = ?")
        .param(about.id().value())
        .query((row, i) -> row.getTimestamp(1).toInstant())
        .single();
  }

  private int remindersSentAfter(Opened about, Instant off) {
    return jdbc.sql(
            """
            select count(*) from messaging.intent i
            join messaging.attempt a on a.intent = i.id
            where i.case_id = ? and i.purpose in ('visits.visitReminder', 'visits.visitorReminder', 'visits.visitBooked')
              and a.started_at > ?
            """)
        .params(about.id().value(), Timestamp.from(off))
        .query(Integer.class)
        .single();
  }

  private int texts(Opened about, String purpose, String state) {
    return jdbc.sql(
            "select count(*) from messaging.intent where case_id = ? and purpose = ? and state = ?")
        .params(about.id().value(), purpose, state)
        .query(Integer.class)
        .single();
  }

  private int openQuestions(Opened about) {
    return jdbc.sql("select count(*) from messaging.question where case_id = ? and state = 'OPEN'")
        .param(about.id().value())
        .query(Integer.class)
        .single();
  }

  private int completions(Opened about) {
    return jdbc.sql("select count(*) from engine.submission where subject = ?")
        .param(about.id().value())
        .query(Integer.class)
        .single();
  }

  private int running(Opened about) {
    return jdbc.sql(
            """
            select count(*) from engine.process_instance i
            join engine.process_root r on r.root_key = i.root_key
            where r.subject = ? and i.state = 'ACTIVE'
            """)
        .param(about.id().value())
        .query(Integer.class)
        .single();
  }
}
