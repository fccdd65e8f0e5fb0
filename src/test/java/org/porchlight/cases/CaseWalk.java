package org.porchlight.cases;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does what people do in a case: fills in forms, answers questions; waits for what comes. */
@Component
public class CaseWalk {

  public static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Submissions submissions;
  private final TestCases testCases;
  private final Cases cases;
  private final StaffRecords staff;
  private final JdbcClient jdbc;
  private final Clock clock;

  CaseWalk(
      Submissions submissions,
      TestCases testCases,
      Cases cases,
      StaffRecords staff,
      JdbcClient jdbc,
      Clock clock) {
    this.submissions = submissions;
    this.testCases = testCases;
    this.cases = cases;
    this.staff = staff;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Asked(UUID question, UUID person, UUID guardian) {}

  /** Fills in the form of the case's open task at this element. */
  public void complete(Opened about, String elementId, Map<String, Object> data) {
    complete(about, elementId, about.coordinator().id(), data);
  }

  public void complete(Opened about, String elementId, UserId by, Map<String, Object> data) {
    submissions.submit(awaitTask(about.id(), elementId), by, data);
  }

  public long awaitTask(CaseId id, String elementId) {
    await(elementId).atMost(PATIENCE).until(() -> tasks(id, elementId).size() == 1);
    return tasks(id, elementId).getFirst();
  }

  public void awaitPlace(CaseId id, String elementId) {
    await(elementId).atMost(PATIENCE).until(() -> places(id).contains(elementId));
  }

  public void awaitState(CaseId id, CaseView.State state) {
    await(state.name()).atMost(PATIENCE).until(() -> cases.get(id).state() == state);
  }

  public List<String> places(CaseId id) {
    return jdbc.sql("select element_id from engine.place where subject = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }

  public void plan(Opened about, String channel) {
    Map<String, Object> data = new HashMap<>();
    data.put("channel", channel);
    data.put("visitorA", about.visitorA().toString());
    data.put("visitorB", about.visitorB().toString());
    complete(about, "userTask_PlanFirstContact", data);
  }

  public void visitorsAnswer(Opened about, Answer first, Answer second) {
    answersOfVisitors(about, first, second).run();
  }

  /** Waits until both are asked; what comes back are their answers, to be given later. */
  public Runnable answersOfVisitors(Opened about, Answer first, Answer second) {
    await("both are asked")
        .atMost(PATIENCE)
        .until(() -> asked(about.id(), "VISIT_ASSIGNMENT").size() == 2);
    List<Asked> both = asked(about.id(), "VISIT_ASSIGNMENT");
    return () -> {
      visitorAnswers(about, both.getFirst(), first);
      visitorAnswers(about, both.getLast(), second);
    };
  }

  /** Plans, and both visitors accept. */
  public void planAndAccept(Opened about, String channel) {
    plan(about, channel);
    visitorsAnswer(about, Answer.YES, Answer.YES);
  }

  public UUID awaitInvitation(Opened about) {
    await("the family is asked")
        .atMost(PATIENCE)
        .until(() -> asked(about.id(), "INVITATION").size() == 1);
    return asked(about.id(), "INVITATION").getFirst().question();
  }

  public void familyAnswers(Opened about, Answer answer) {
    UUID question = awaitInvitation(about);
    Asked asked = asked(about.id(), "INVITATION").getFirst();
    Recipient family = new Recipient.OfFamily(about.family(), new GuardianId(asked.guardian()));
    answer(about, question, Question.Kind.INVITATION, family, answer);
  }

  /** When the case stops waiting here; its timers may be those of a process that it called. */
  public Instant dueAt(Opened about, String elementId) {
    awaitPlace(about.id(), elementId);
    await("a timer of " + elementId)
        .atMost(PATIENCE)
        .until(() -> due(about, elementId).isPresent());
    return due(about, elementId).orElseThrow();
  }

  private Optional<Instant> due(Opened about, String elementId) {
    return jdbc.sql(
            """
            select min(t.due) as due from engine.timer t
            join engine.process_instance i on i.key = t.process_instance_key
            join engine.process_root r on r.root_key = i.root_key
            where r.subject = ? and t.element_id = ?
            """)
        .params(about.id().value(), elementId)
        .query((row, i) -> Optional.ofNullable(row.getTimestamp("due")))
        .single()
        .map(Timestamp::toInstant);
  }

  /** Two acts that begin in the same moment. */
  public static void atOnce(Runnable one, Runnable other) {
    CyclicBarrier start = new CyclicBarrier(2);
    sideBySide(after(start, one), after(start, other));
  }

  private static Runnable after(CyclicBarrier start, Runnable act) {
    Callable<Integer> wait = start::await;
    return () -> {
      try {
        wait.call();
      } catch (Exception e) {
        throw new IllegalStateException("The other did not come", e);
      }
      act.run();
    };
  }

  /** Walks several cases at once: most of the time of each is waiting. */
  public static void sideBySide(Runnable... walks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Runnable walk : walks) {
        all.add(threads.submit(walk));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while walking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("One of the walks failed", e.getCause());
    }
  }

  /** Leaves no case behind whose timers later tests would have to step through. */
  public void leave(Opened about) {
    if (cases.get(about.id()).live()) {
      staff.record(
          about.id(),
          StaffRecords.What.FAMILY_LEFT,
          UUID.randomUUID(),
          about.coordinator().id(),
          clock.instant());
    }
  }

  /** Both visitors are asked once more for a further visit, and accept. */
  public void pairAcceptsAgain(Opened about) {
    visitorsAnswer(about, Answer.YES, Answer.YES);
  }

  /** Agrees by form on a visit in the afternoon of this day. */
  public void agree(Opened about, LocalDate day) {
    complete(
        about,
        "userTask_AgreeTime",
        Map.of("date", day.toString(), "time", "15:00", "durationMinutes", 45, "place", "HOME"));
    awaitPlace(about.id(), "awaitVisit");
  }

  /** Logs a visit that took place on this day; {@code more} is added to the log. */
  public void logCompleted(Opened about, LocalDate day, Map<String, Object> more) {
    Map<String, Object> log = new HashMap<>(more);
    log.put("outcome", "COMPLETED");
    log.put("visitDate", day.toString());
    log.put("place", "HOME");
    log.put("visitorsPresent", "BOTH");
    log.putIfAbsent("wantsAnotherVisit", "UNDECIDED");
    complete(about, "userTask_LogVisit", about.visitorA(), log);
  }

  public void log(Opened about, String outcome) {
    complete(about, "userTask_LogVisit", about.visitorA(), Map.of("outcome", outcome));
  }

  public void call(Opened about, Map<String, Object> said) {
    complete(about, "userTask_FollowUpCall", about.visitorA(), said);
  }

  /** Answers by number which of the offered times suits. */
  public void familyPicks(Opened about, Answer answer) {
    await("times are offered")
        .atMost(PATIENCE)
        .until(() -> asked(about.id(), "TIME_OFFER").size() == 1);
    Asked asked = asked(about.id(), "TIME_OFFER").getFirst();
    Recipient family = new Recipient.OfFamily(about.family(), new GuardianId(asked.guardian()));
    answer(about, asked.question(), Question.Kind.TIME_OFFER, family, answer);
  }

  /** Answers by number a text that tells when the visit is. */
  public void familyMoves(Opened about, UUID visit, Answer answer) {
    Asked asked = asked(about.id(), "VISIT_PLANNED").getFirst();
    Recipient family = new Recipient.OfFamily(about.family(), new GuardianId(asked.guardian()));
    answer(about, visit, Question.Kind.VISIT_PLANNED, family, answer);
  }

  private void visitorAnswers(Opened about, Asked asked, Answer answer) {
    Recipient visitor = new Recipient.OfStaff(new UserId(asked.person()));
    answer(about, asked.question(), Question.Kind.VISIT_ASSIGNMENT, visitor, answer);
  }

  private void answer(
      Opened about, UUID question, Question.Kind kind, Recipient by, Answer answer) {
    testCases.publish(
        new QuestionAnswered(
            question, kind, about.id(), by, answer, UUID.randomUUID(), clock.instant()));
  }

  private List<Asked> asked(CaseId id, String kind) {
    return jdbc.sql(
            """
            select id as question, staff as person, guardian from messaging.question
            where case_id = ? and kind = ? and state = 'OPEN' order by id
            """)
        .params(id.value(), kind)
        .query(Asked.class)
        .list();
  }

  private List<Long> tasks(CaseId id, String elementId) {
    return jdbc.sql("select key from engine.open_task where subject = ? and element_id = ?")
        .params(id.value(), elementId)
        .query(Long.class)
        .list();
  }
}
