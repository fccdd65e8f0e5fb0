package org.porchlight.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.testing.ProcessClock;
import org.springframework.stereotype.Component;

/** Every place at which a case can wait: how it gets there, what ends the wait, what comes then. */
@Component
class WaitingPoints {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private final TestCases testCases;
  private final CaseWalk walk;
  private final StaffRecords staff;
  private final ProcessClock time;
  private LocalDate visitDay = LocalDate.MIN;

  WaitingPoints(TestCases testCases, CaseWalk walk, StaffRecords staff, ProcessClock time) {
    this.testCases = testCases;
    this.walk = walk;
    this.staff = staff;
    this.time = time;
  }

  /**
   * @param before what is done some days before {@code reach}
   * @param answer what ends the wait; null: only time does
   * @param next where the case then stands
   */
  record Point(
      String element,
      Consumer<Opened> before,
      Consumer<Opened> reach,
      @Nullable Consumer<Opened> answer,
      String next) {}

  Opened open(Point point) {
    return point.element().equals("userTask_RepairContact")
        ? testCases.openWithoutPhone()
        : testCases.open();
  }

  /** A Monday morning, so that the days between are school days. */
  void begin() {
    ZonedDateTime now = time.now().atZone(ZONE);
    ZonedDateTime monday =
        now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toLocalDate().atTime(10, 0).atZone(ZONE);
    time.advanceTo(monday.toInstant());
    visitDay = monday.toLocalDate().plusDays(3);
  }

  /** The afternoon of the Thursday, when the visits should be over; Monday's logs are late. */
  void daysLater() {
    time.advanceTo(visitDay.atTime(16, 30).atZone(ZONE).toInstant());
  }

  List<Point> all() {
    return List.of(
        point("userTask_RepairContact", about -> {}, this::neither, "userTask_PlanFirstContact"),
        point("userTask_PlanFirstContact", about -> {}, this::plan, "gateway_AwaitPair"),
        point(
            "gateway_AwaitPair",
            this::plan,
            about -> walk.visitorsAnswer(about, Answer.YES, Answer.YES),
            "gateway_AwaitFamily"),
        point("userTask_ChooseVisitors", this::decline, this::nobody, "userTask_KeepOrClose"),
        point(
            "gateway_AwaitFamily",
            about -> walk.planAndAccept(about, "TEXT"),
            about -> walk.familyAnswers(about, Answer.YES),
            "userTask_AgreeTime"),
        point(
            "userTask_ContactFamily",
            about -> walk.planAndAccept(about, "CALL"),
            about -> contact(about, "YES"),
            "userTask_AgreeTime"),
        byTime(
            "event_LaterDayReached",
            about -> called(about, "NOT_REACHED"),
            "userTask_ContactFamily"),
        point(
            "userTask_RepairPhone",
            about -> called(about, "WRONG_NUMBER"),
            about -> walk.complete(about, "userTask_RepairPhone", Map.of("result", "NEITHER")),
            "userTask_ContactFamily"),
        point("userTask_KeepOrClose", this::undecided, this::keep, "event_NextContactDayReached"),
        byTime(
            "event_NextContactDayReached",
            about -> {
              undecided(about);
              keep(about);
            },
            "userTask_FollowUpCall"),
        byTime("event_PauseOver", this::pause, "userTask_PlanFirstContact"),
        point("userTask_CallBack", this::text, this::callBack, "userTask_PlanFirstContact"),
        point(
            "userTask_SettleChange",
            testCases::restrictContact,
            this::settle,
            "userTask_PlanFirstContact"),
        point("userTask_AgreeTime", this::agreed, about -> book(about, 5, "15:00"), "awaitVisit"),
        point(
            "gateway_AwaitPick",
            this::offer,
            about -> walk.familyPicks(about, Answer.FIRST),
            "awaitVisit"),
        byTime("event_ReminderDue", about -> visit(about, 5, "15:00"), "userTask_LogVisit"),
        byTime("event_LastReminderDue", about -> visit(about, 1, "15:00"), "userTask_LogVisit"),
        byTime("event_VisitTimePassed", about -> visit(about, 0, "17:30"), "userTask_LogVisit"),
        visited("userTask_LogVisit", about -> {}, this::noOneHome, "userTask_AgreeTime"),
        visited("userTask_CheckSafety", about -> {}, this::safe, "userTask_LogVisit"),
        visited(
            "userTask_RepairAddress",
            about -> walk.log(about, "WRONG_ADDRESS"),
            this::address,
            "userTask_AgreeTime"),
        point(
            "userTask_ArrangeHelp",
            about -> called(about, "HELP_ONLY"),
            this::arrangeHelp,
            "event_FollowUpDayReached"),
        logIsLate("userTask_OfferHand", about -> {}, this::take, "userTask_LogByPhone"),
        logIsLate("event_HandAgainDue", this::leaveIt, null, "userTask_OfferHand"),
        logIsLate(
            "userTask_LogByPhone",
            this::take,
            about -> walk.complete(about, "userTask_LogByPhone", Map.of("outcome", "NO_ONE_HOME")),
            "userTask_AgreeTime"),
        visited(
            "userTask_WriteSafetyNote",
            about -> walk.log(about, "UNSAFE"),
            this::writeNote,
            "userTask_ReviewSafetyNote"),
        visited(
            "userTask_ReviewSafetyNote",
            about -> {
              walk.log(about, "UNSAFE");
              writeNote(about);
            },
            this::reviewNote,
            "userTask_KeepOrClose"),
        visited(
            "event_FollowUpDayReached",
            about -> walk.logCompleted(about, visitDay, Map.of()),
            null,
            "userTask_FollowUpCall"),
        new Point(
            "userTask_FollowUpCall",
            about -> called(about, "CALLS_ONLY"),
            about -> {},
            about -> walk.call(about, Map.of("outcome", "REACHED")),
            "event_NextContactDayReached"));
  }

  private static Point point(
      String element, Consumer<Opened> reach, Consumer<Opened> answer, String next) {
    return new Point(element, about -> {}, reach, answer, next);
  }

  private static Point byTime(String element, Consumer<Opened> reach, String next) {
    return new Point(element, about -> {}, reach, null, next);
  }

  private Point visited(
      String element, Consumer<Opened> reach, @Nullable Consumer<Opened> answer, String next) {
    return new Point(element, about -> visit(about, 0, "15:00"), reach, answer, next);
  }

  private Point logIsLate(
      String element, Consumer<Opened> reach, @Nullable Consumer<Opened> answer, String next) {
    return new Point(element, about -> visit(about, -3, "15:00"), reach, answer, next);
  }

  private void arrangeHelp(Opened about) {
    walk.complete(
        about, "userTask_ArrangeHelp", Map.of("arranged", "A winter coat", "calls", "YES"));
  }

  private void take(Opened about) {
    walk.complete(about, "userTask_OfferHand", Map.of("who", "COORDINATOR"));
  }

  private void leaveIt(Opened about) {
    walk.complete(about, "userTask_OfferHand", Map.of("who", "VISITORS"));
  }

  private void writeNote(Opened about) {
    walk.complete(about, "userTask_WriteSafetyNote", Map.of("words", "A dog ran at us"));
  }

  private void reviewNote(Opened about) {
    walk.complete(about, "userTask_ReviewSafetyNote", about.visitorB(), Map.of("decision", "LIFT"));
  }

  private void plan(Opened about) {
    walk.plan(about, "TEXT");
  }

  private void neither(Opened about) {
    walk.complete(about, "userTask_RepairContact", Map.of("result", "NEITHER"));
  }

  private void decline(Opened about) {
    walk.plan(about, "TEXT");
    walk.visitorsAnswer(about, Answer.NO, Answer.YES);
  }

  private void nobody(Opened about) {
    walk.complete(about, "userTask_ChooseVisitors", Map.of("found", "NOBODY"));
  }

  private void undecided(Opened about) {
    decline(about);
    nobody(about);
  }

  private void keep(Opened about) {
    walk.complete(about, "userTask_KeepOrClose", Map.of("decision", "KEEP"));
  }

  private void contact(Opened about, String answer) {
    walk.complete(about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", answer));
  }

  private void called(Opened about, String answer) {
    walk.planAndAccept(about, "CALL");
    contact(about, answer);
  }

  private void pause(Opened about) {
    walk.awaitPlace(about.id(), "walk");
    staff.pause(
        about.id(), visitDay.plusDays(7), UUID.randomUUID(), about.coordinator().id(), time.now());
  }

  private void text(Opened about) {
    walk.awaitTask(about.id(), "userTask_PlanFirstContact");
    testCases.publish(
        new FamilyTexted(about.family(), Answer.CALL_ME, UUID.randomUUID(), time.now()));
  }

  private void settle(Opened about) {
    walk.complete(about, "userTask_SettleChange", Map.of("decision", "GO_ON"));
  }

  private void callBack(Opened about) {
    walk.complete(about, "userTask_CallBack", Map.of("outcome", "TALKED"));
  }

  private void agreed(Opened about) {
    walk.planAndAccept(about, "TEXT");
    walk.familyAnswers(about, Answer.YES);
  }

  private void visit(Opened about, int daysAfter, String at) {
    agreed(about);
    book(about, daysAfter, at);
  }

  private void book(Opened about, int daysAfter, String at) {
    walk.complete(
        about,
        "userTask_AgreeTime",
        Map.of(
            "date",
            visitDay.plusDays(daysAfter).toString(),
            "time",
            at,
            "durationMinutes",
            45,
            "place",
            "HOME"));
    walk.awaitPlace(about.id(), "awaitVisit");
  }

  private void offer(Opened about) {
    agreed(about);
    Map<String, Object> times = new HashMap<>();
    times.put("how", "OFFER");
    times.put("dateOne", visitDay.plusDays(5).toString());
    times.put("timeOne", "11:00");
    times.put("dateTwo", visitDay.plusDays(5).toString());
    times.put("timeTwo", "15:00");
    times.put("durationMinutes", 45);
    times.put("place", "HOME");
    walk.complete(about, "userTask_AgreeTime", times);
  }

  private void noOneHome(Opened about) {
    walk.log(about, "NO_ONE_HOME");
  }

  private void safe(Opened about) {
    walk.complete(about, "userTask_CheckSafety", Map.of("result", "SAFE"));
  }

  private void address(Opened about) {
    walk.complete(
        about,
        "userTask_RepairAddress",
        Map.of("result", "ADDRESS", "address", "2 Example Street"));
  }
}
