package org.porchlight.tasks.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.Submissions;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.tasks.MeetingCycle;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.tasks.TeamMeetings;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.ProcessClock;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The meetings of one team, on the real broker with the controlled clock. */
@PorchlightTest
class TeamMeetingTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WAITS = "gateway_AwaitPack";

  @Autowired TeamMeetings setUp;
  @Autowired TeamSchedules schedules;
  @Autowired TeamStore teams;
  @Autowired MeetingStore meetings;
  @Autowired Pack pack;
  @Autowired DecisionStore decisions;
  @Autowired TeamRecord happened;
  @Autowired TaskFixture fixture;
  @Autowired TestPeople people;
  @Autowired ProcessClock time;
  @Autowired Submissions submissions;
  @Autowired SchoolCalendars calendars;
  @Autowired ProcessEngine engine;
  @Autowired CamundaClient client;
  @Autowired JdbcClient jdbc;

  private TaskFixture.Place place;
  private Actor leader;
  private LocalDate day;
  private TeamId id;

  @BeforeEach
  void setATeamUp() {
    place = fixture.place();
    leader = people.atSchool(place.district(), place.school(), Role.TEAM);
    day = calendars.plusSchoolDays(place.district(), place.school(), today(), 2);
    setUp.setUp(place.district(), place.school(), weekly());
    id = teams.of(place.district(), place.school()).orElseThrow().id();
    awaitPlace(WAITS);
  }

  /** So that no timer of this team stands in the way of later tests. */
  @AfterEach
  void endTheMeetings() {
    schedules.end(team(), leader.id());
    await().atMost(PATIENCE).until(() -> places().isEmpty());
    assertThat(team().running()).isFalse();
    assertThat(meetings.ahead(id)).isEmpty();
  }

  @Test
  void shouldPrepareThePackTheDayBeforeAndPlanTheNextWhenHeld() {
    // given
    UUID meeting = meetings.ahead(id).orElseThrow().id();
    TaskFixture.Opened family = fixture.family(place, "Ana", "Sample", "es");
    fixture.task(family, "userTask_ContactFamily", Duration.ofHours(-30));
    assertThat(plannedFor()).isEqualTo(at(day));

    // when
    preparePack();

    // then
    assertThat(pack.kept(meeting))
        .containsExactly(new PackItem(ItemKind.STUCK, family.caseId().value(), false));
    assertThat(
            jdbc.sql("select groups from engine.open_task where subject = ?")
                .param(id.value())
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .single())
        .containsExactlyInAnyOrder(
            "school:" + place.school() + ":team", "school:" + place.school() + ":coordinator");

    // when
    complete(Map.of("outcome", "HELD", "words", "We talked."));

    // then
    Meeting held = meetings.find(meeting).orElseThrow();
    assertThat(held.state()).isEqualTo(Meeting.State.HELD);
    assertThat(held.endedBy()).isEqualTo(leader.id());
    assertThat(held.words()).isEqualTo("We talked.");
    assertThat(meetings.ahead(id).orElseThrow().id()).isNotEqualTo(meeting);
    assertThat(plannedFor()).isEqualTo(at(day.plusWeeks(1)));
  }

  @Test
  void shouldTellTheNextMeetingHowTheLastOnesDecisionsWent() {
    // given a meeting that has decided two things, one of them done since
    UUID meeting = meetings.ahead(id).orElseThrow().id();
    preparePack();
    UUID open = decide(meeting);
    UUID done = decide(meeting);
    decisions.settle(done, Decision.State.DONE, leader.id(), time.now(), "Twice a week now");

    // then it is no matter of this meeting
    assertThat(pack.live(team(), meeting)).isEmpty();

    // when it is over
    complete(Map.of("outcome", "HELD"));

    // then the next one hears of both, what is open first
    UUID next = meetings.ahead(id).orElseThrow().id();
    assertThat(pack.live(team(), next)).extracting(PackItem::subject).containsExactly(open, done);
  }

  private UUID decide(UUID meeting) {
    Decision decision =
        new Decision(
            UUID.randomUUID(),
            meeting,
            id,
            null,
            null,
            null,
            null,
            "Ask the bus office",
            leader.id(),
            null,
            day.plusDays(7),
            leader.id(),
            time.now(),
            Decision.State.OPEN,
            null,
            null,
            null);
    decisions.add(decision);
    return decision.id();
  }

  @Test
  void shouldShowWhatNobodyHeldAndKeepTheReasonOfASkip() {
    // given a team that was set up long ago and has never met
    jdbc.sql("update tasks.team set set_up_at = set_up_at - interval '40 days' where id = ?")
        .param(id.value())
        .update();
    schedules.set(place.district(), place.school(), weekly(), leader.id());
    time.awaitQuiet();

    // when
    preparePack();
    await().atMost(PATIENCE).until(() -> kinds().contains(TeamRecord.Kind.MONTH_WITHOUT));
    time.advanceTo(
        calendars
            .plusSchoolDays(place.district(), place.school(), day, 1)
            .atTime(10, 0)
            .atZone(ZONE)
            .toInstant());

    // then it waits on
    await().atMost(PATIENCE).until(() -> kinds().contains(TeamRecord.Kind.OVERDUE));
    assertThat(places()).containsExactly("userTask_HoldMeeting");

    // when
    complete(Map.of("outcome", "SKIPPED", "reason", "TOO_FEW"));

    // then
    assertThat(kinds()).startsWith(TeamRecord.Kind.SKIPPED);
    assertThat(meetings.lastHeld(id)).isEmpty();
    assertThat(plannedFor()).isEqualTo(at(day.plusWeeks(1)));
    assertThat(
            jdbc.sql("select reason from tasks.meeting where team = ? and state = 'SKIPPED'")
                .param(id.value())
                .query(String.class)
                .single())
        .isEqualTo("TOO_FEW");
  }

  @Test
  void shouldMoveAMeetingBeforeAndAfterItsPackIsPrepared() {
    // given
    UUID meeting = meetings.ahead(id).orElseThrow().id();

    // when it is moved to a day on
    LocalDate later = calendars.plusSchoolDays(place.district(), place.school(), day, 1);
    schedules.move(id, at(later), leader.id());
    await().atMost(PATIENCE).until(() -> plannedFor().equals(at(later)));
    awaitPlace(WAITS);

    // and, once the pack is there, to right now
    time.advanceTo(day.atTime(12, 0).atZone(ZONE).toInstant());
    awaitPlace("userTask_HoldMeeting");
    Instant soon = time.now().plus(Duration.ofMinutes(20));
    schedules.move(id, soon, leader.id());

    // then it is the same meeting, and its pack is put together at once
    await().atMost(PATIENCE).until(() -> plannedFor().equals(soon));
    time.advanceBy(Duration.ofSeconds(2));
    awaitPlace("userTask_HoldMeeting");
    assertThat(meetings.ahead(id).orElseThrow().id()).isEqualTo(meeting);

    // and the next one is by the cycle again
    complete(Map.of("outcome", "HELD"));
    assertThat(plannedFor()).isAfter(soon);
    assertThat(plannedFor().atZone(ZONE).getDayOfWeek()).isEqualTo(day.getDayOfWeek());
  }

  @Test
  void shouldEndASecondInstanceOfOneRunAndReplaceACancelledOne() {
    engine.publish(
        new ProcessMessage(
            TeamMeeting.TEAM_SET_UP,
            id + ":1:again",
            id + ":1:again",
            Duration.ofDays(1),
            id.value(),
            Map.of("teamId", id.toString(), "run", 1, "teamKey", id + ":1")));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from engine.command where subject = ? and name = ?"
                                + " and state = 'CONFIRMED'")
                        .params(id.value(), TeamMeeting.TEAM_SET_UP)
                        .query(Long.class)
                        .single()
                    == 2);
    time.awaitQuiet();
    assertThat(places()).containsExactly(WAITS);
    long root =
        jdbc.sql("select root_key from engine.process_root where subject = ?")
            .param(id.value())
            .query(Long.class)
            .single();

    client.newCancelInstanceCommand(root).send().join();

    await().atMost(PATIENCE).until(() -> team().run() == 2);
    awaitPlace(WAITS);
  }

  private void preparePack() {
    LocalDate before = day.minusDays(1);
    while (!calendars.schoolDay(place.district(), place.school(), before)) {
      before = before.minusDays(1);
    }
    time.advanceTo(before.atTime(7, 0).atZone(ZONE).toInstant());
    awaitPlace("userTask_HoldMeeting");
  }

  private void complete(Map<String, Object> said) {
    long task =
        jdbc.sql("select key from engine.open_task where subject = ?")
            .param(id.value())
            .query(Long.class)
            .single();
    submissions.submit(task, leader.id(), said);
    awaitPlace(WAITS);
  }

  private MeetingCycle weekly() {
    return MeetingCycle.weekly(day.getDayOfWeek(), LocalTime.of(14, 30));
  }

  private Team team() {
    return teams.find(id).orElseThrow();
  }

  private Instant plannedFor() {
    return meetings.ahead(id).orElseThrow().plannedFor();
  }

  private List<TeamRecord.Kind> kinds() {
    return happened.of(id, 20).stream().map(TeamRecord.Entry::kind).toList();
  }

  private static Instant at(LocalDate when) {
    return when.atTime(14, 30).atZone(ZONE).toInstant();
  }

  private void awaitPlace(String expected) {
    await().atMost(PATIENCE).until(() -> places().equals(List.of(expected)));
    time.awaitQuiet();
  }

  private List<String> places() {
    return jdbc.sql("select element_id from engine.place where subject = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }

  private LocalDate today() {
    return time.now().atZone(ZONE).toLocalDate();
  }
}
