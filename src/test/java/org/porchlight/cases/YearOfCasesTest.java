package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.porchlight.cases.CaseView.State;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.internal.TestSettings;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.Records;
import org.porchlight.roster.RosterLoader;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case of nine months, and one of a summer between school years, by the controlled clock; {@code
 * mvn verify -Dtest=YearOfCasesTest -Dporchlight.year=true} writes their timelines to {@code
 * target/timelines.md}. Not part of each run: it takes the clock into the next school year.
 */
@PorchlightTest
@Order(Integer.MAX_VALUE - 1)
@EnabledIfSystemProperty(named = "porchlight.year", matches = "true")
class YearOfCasesTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.US);

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired StaffRecords staff;
  @Autowired Programs programs;
  @Autowired RosterLoader roster;
  @Autowired ProcessClock time;
  @Autowired MessageSource words;
  @Autowired JdbcClient jdbc;

  /** What people do, each time that the case stands there; then nothing more. */
  private final Map<Opened, Map<String, Deque<Consumer<Opened>>>> stories = new HashMap<>();

  private final TreeMap<Instant, Runnable> calendar = new TreeMap<>();
  private final List<Opened> opened = new ArrayList<>();

  @Test
  void shouldStayWithFamiliesForAYear() throws IOException {
    Opened family = testCases.open();
    school(family);
    nineMonths(family);
    on(LocalDate.of(2027, 2, 15), () -> pause(family, LocalDate.of(2027, 3, 8)));
    on(LocalDate.of(2027, 4, 14), () -> text(family));
    on(
        LocalDate.of(2027, 7, 6),
        () -> {
          Opened summer = testCases.open();
          school(summer);
          summer(summer);
        });

    try {
      until(LocalDate.of(2027, 8, 27));
    } finally {
      write();
    }
    assertThat(cases.get(family.id()).state()).isEqualTo(State.CLOSED);
    assertThat(kinds(family).stream().filter("cases.visited"::equals)).hasSizeGreaterThan(4);
    assertThat(kinds(opened.getLast())).contains("cases.visited");
    opened.forEach(walk::leave);
  }

  private void nineMonths(Opened about) {
    opened.add(about);
    act(about, "userTask_PlanFirstContact", 1, each -> walk.plan(each, "TEXT"));
    act(about, "gateway_AwaitPair", 1, each -> walk.visitorsAnswer(each, Answer.NO, Answer.YES));
    act(about, "gateway_AwaitPair", 20, each -> walk.visitorsAnswer(each, Answer.YES, Answer.YES));
    act(about, "userTask_ChooseVisitors", 5, this::choose);
    act(about, "gateway_AwaitFamily", 1, each -> walk.familyAnswers(each, Answer.LATER));
    act(about, "gateway_AwaitFamily", 1, each -> walk.familyAnswers(each, Answer.YES));
    act(about, "userTask_AgreeTime", 20, this::agree);
    act(about, "userTask_CheckSafety", 20, this::safe);
    act(about, "userTask_LogVisit", 1, each -> walk.log(each, "NO_ONE_HOME"));
    act(about, "userTask_LogVisit", 20, each -> logged(each, Map.of()));
    act(about, "userTask_FollowUpCall", 2, each -> called(each, "REACHED"));
    act(about, "userTask_FollowUpCall", 1, each -> called(each, "NOT_REACHED"));
    act(about, "userTask_FollowUpCall", 40, this::calledUntilJuly);
    act(about, "userTask_CallBack", 1, this::callBack);
    act(about, "userTask_KeepOrClose", 9, this::decide);
  }

  private void summer(Opened about) {
    opened.add(about);
    act(about, "userTask_PlanFirstContact", 1, each -> walk.plan(each, "TEXT"));
    act(about, "gateway_AwaitPair", 9, each -> walk.visitorsAnswer(each, Answer.YES, Answer.YES));
    act(about, "gateway_AwaitFamily", 1, each -> walk.familyAnswers(each, Answer.YES));
    act(about, "userTask_AgreeTime", 9, this::agree);
    act(about, "userTask_CheckSafety", 9, this::safe);
    act(about, "userTask_LogVisit", 9, each -> logged(each, Map.of()));
    act(about, "userTask_FollowUpCall", 9, each -> called(each, "REACHED"));
  }

  private void act(Opened about, String element, int times, Consumer<Opened> act) {
    Deque<Consumer<Opened>> acts =
        stories
            .computeIfAbsent(about, each -> new HashMap<>())
            .computeIfAbsent(element, each -> new ArrayDeque<>());
    Stream.generate(() -> act).limit(times).forEach(acts::add);
  }

  private void on(LocalDate day, Runnable what) {
    calendar.put(day.atTime(10, 0).atZone(ZONE).toInstant(), what);
  }

  private void until(LocalDate end) {
    Instant last = end.atTime(18, 0).atZone(ZONE).toInstant();
    while (time.now().isBefore(last)) {
      time.awaitQuiet();
      if (!somebodyActs()) {
        Instant next = next(last);
        time.advanceTo(next);
        if (!calendar.isEmpty() && !calendar.firstKey().isAfter(time.now())) {
          calendar.pollFirstEntry().getValue().run();
        }
      }
    }
  }

  /** People act in working hours, a quarter of an hour after they could. */
  private boolean somebodyActs() {
    LocalTime now = time.now().atZone(ZONE).toLocalTime();
    if (now.isBefore(LocalTime.of(9, 0)) || now.isAfter(LocalTime.of(19, 30))) {
      return false;
    }
    for (var story : stories.entrySet()) {
      for (String place : walk.places(story.getKey().id())) {
        Deque<Consumer<Opened>> acts = story.getValue().getOrDefault(place, new ArrayDeque<>());
        if (!acts.isEmpty()) {
          acts.removeFirst().accept(story.getKey());
          return true;
        }
      }
    }
    return false;
  }

  private Instant next(Instant last) {
    Instant timer =
        jdbc.sql("select min(due) from engine.timer where due > ?")
            .param(Timestamp.from(time.now()))
            .query((row, i) -> row.getTimestamp(1) == null ? last : row.getTimestamp(1).toInstant())
            .single()
            .plusMillis(60);
    Instant event = calendar.isEmpty() ? last : calendar.firstKey();
    ZonedDateTime now = time.now().atZone(ZONE);
    ZonedDateTime nine = now.toLocalDate().atTime(9, 1).atZone(ZONE);
    Instant morning = (nine.isAfter(now) ? nine : nine.plusDays(1)).toInstant();
    boolean somebodyWaits = now.toLocalTime().isAfter(LocalTime.of(19, 30)) || now.getHour() < 9;
    return Stream.of(timer, event, last, somebodyWaits ? morning : last)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private LocalDate today() {
    return time.now().atZone(ZONE).toLocalDate();
  }

  private void choose(Opened about) {
    walk.complete(
        about,
        "userTask_ChooseVisitors",
        Map.of(
            "found", "PAIR",
            "visitorA", about.visitorA().toString(),
            "visitorB", about.visitorB().toString()));
  }

  private void agree(Opened about) {
    walk.agree(about, today().plusDays(4));
  }

  private void safe(Opened about) {
    walk.complete(about, "userTask_CheckSafety", Map.of("result", "SAFE"));
  }

  private void logged(Opened about, Map<String, Object> more) {
    walk.logCompleted(about, today(), more);
  }

  private void called(Opened about, String outcome) {
    walk.call(about, Map.of("outcome", outcome));
  }

  private void calledUntilJuly(Opened about) {
    walk.call(
        about,
        Map.of(
            "outcome",
            "REACHED",
            "wantsAnotherVisit",
            today().isBefore(LocalDate.of(2027, 8, 1)) ? "YES" : "NO"));
  }

  private void callBack(Opened about) {
    walk.complete(about, "userTask_CallBack", Map.of("outcome", "TALKED"));
  }

  private void decide(Opened about) {
    walk.complete(
        about,
        "userTask_KeepOrClose",
        today().isBefore(LocalDate.of(2027, 8, 1))
            ? Map.of("decision", "VISIT")
            : Map.of("decision", "CLOSE", "closingReason", "ENOUGH_VISITS"));
  }

  private void pause(Opened about, LocalDate until) {
    staff.pause(about.id(), until, UUID.randomUUID(), about.coordinator().id(), time.now());
  }

  private void text(Opened about) {
    testCases.publish(
        new FamilyTexted(about.family(), Answer.CALL_ME, UUID.randomUUID(), time.now()));
  }

  /** School from the first of September to mid-June on weekdays; a summer program in between. */
  private void school(Opened about) {
    DistrictId district = cases.get(about.id()).district();
    List<CanonicalRecord> days = new ArrayList<>();
    LocalDate first = LocalDate.of(2026, 9, 1);
    first
        .datesUntil(LocalDate.of(2027, 6, 12))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .forEach(
            day ->
                days.add(
                    new Records.CalendarDay(
                        "1", "main", "2027", day, true, "Instructional day", null)));
    days.add(new Records.Term("1", "2027", "Year", first, LocalDate.of(2027, 6, 11), days.size()));
    roster.load(district, days.stream());
    var defaults = programs.current(district).summer();
    programs.set(
        district,
        TestSettings.with(
                new ProgramSettings.Summer(
                    true,
                    defaults.from(),
                    defaults.until(),
                    defaults.workDays(),
                    defaults.opens(),
                    defaults.closes()))
            .as(programs.current(district).version()));
  }

  private void write() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> titles = List.of("A case of nine months", "A case of the summer");
    for (int i = 0; i < opened.size(); i++) {
      text.append("\n## ").append(titles.get(i)).append("\n\n");
      for (CaseHistory.Entry entry : history.timeline(opened.get(i).id())) {
        text.append("- ")
            .append(WHEN.format(entry.at().atZone(ZONE)))
            .append("  ")
            .append(
                words.getMessage("timeline." + entry.kind(), null, entry.kind(), Locale.ENGLISH))
            .append('\n');
      }
    }
    System.out.println(text);
    Files.writeString(TestServers.buildFolder().resolve("timelines.md"), text);
  }

  private List<String> kinds(Opened about) {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }
}
