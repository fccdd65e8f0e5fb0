package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.CaseWalk;
import org.porchlight.cases.Cases;
import org.porchlight.cases.MeetingWishes.Times;
import org.porchlight.cases.OtherVisitorsWanted;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.visits.internal.Availability.Hours;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff take part by choice: what they say decides who is asked, and for when. */
@PorchlightTest
class VisitorChoiceTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired Families families;
  @Autowired Crew crew;
  @Autowired VisitorStore visitors;
  @Autowired AvailabilityStore availability;
  @Autowired VisitorAvailability own;
  @Autowired CaseHistory history;
  @Autowired ChosenPair chosen;
  @Autowired NewPair newPair;
  @Autowired AskVisitors askVisitors;
  @Autowired AnswerAsk answers;
  @Autowired Pairs pairs;
  @Autowired Appointments appointments;
  @Autowired TimeProposals proposals;
  @Autowired AgreeTime agreeTime;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Opened about;
  private LocalDate today;

  @BeforeEach
  void open() {
    about = testCases.open();
    today = clock.instant().atZone(ZONE).toLocalDate();
  }

  @AfterEach
  void leave() {
    walk.leave(about);
  }

  @Test
  void shouldNotAskWhoeverIsAway() {
    say(about.visitorA(), away(today.minusDays(1), today.plusDays(3)));
    assertThat(offered(Set.of())).containsExactly(about.visitorB());

    say(about.visitorA(), away(today.minusDays(9), today.minusDays(1)));
    assertThat(offered(Set.of())).hasSize(2);
  }

  @Test
  void shouldNotAskBeyondTheFamiliesThatSomebodyTakes() {
    visitors.limit(about.visitorA(), 1);
    pair();
    assertThat(offered(Set.of())).as("their own family").contains(about.visitorA());

    jdbc.sql("update visits.pair set family = ? where case_id = ?")
        .params(UUID.randomUUID(), about.id().value())
        .update();
    assertThat(offered(Set.of())).containsExactly(about.visitorB());
  }

  @Test
  void shouldKeepNoScoreOfDeclining() {
    List<String> before = ranking();
    Pair pair = pair();
    askVisitors.ask(about.id(), 1);

    assertThat(answers.onPage(pair.ask(), about.visitorA(), false)).isTrue();

    assertThat(ranking()).isEqualTo(before);
  }

  @Test
  void shouldNeverSendSomebodyToTheirOwnFamily() {
    String phone =
        family().contacts().getFirst().phones().stream()
            .map(Family.Phone::number)
            .findFirst()
            .orElseThrow()
            .e164();
    jdbc.sql("update visits.visitor set phone = ? where user_id = ?")
        .params(phone, about.visitorA().value())
        .update();

    assertThat(offered(Set.of())).containsExactly(about.visitorB());
    Map<String, String> errors = new LinkedHashMap<>();
    chosen.check(choice(), family(), errors);
    assertThat(errors).containsOnlyKeys("visitorA");
  }

  @Test
  void shouldNotOfferThoseWhomTheFamilyWouldRatherNotSee() {
    pair();

    testCases.publish(new OtherVisitorsWanted(about.id(), clock.instant()));

    assertThat(offered(Set.of())).isEmpty();
  }

  @Test
  void shouldKnowBySchoolOrTownHowFarSomebodyGoes() {
    SchoolId own = family().students().getFirst().school();
    say(about.visitorA(), going(Set.of(own), Set.of()));
    say(about.visitorB(), going(Set.of(), Set.of("Example Street")));
    assertThat(candidates()).allMatch(one -> Boolean.TRUE.equals(one.goesThere()));

    say(about.visitorB(), going(Set.of(), Set.of("Xample", "Nowhere")));
    assertThat(candidates())
        .filteredOn(one -> one.visitor().user().equals(about.visitorB()))
        .allMatch(one -> Boolean.FALSE.equals(one.goesThere()));
  }

  @Test
  void shouldProposeTimesAtWhichBothAreFreeAndNeitherVisitsSomebodyElse() {
    Pair pair = accepted();
    assertThat(proposals.of(pair)).as("one did not say when").isEmpty();
    say(about.visitorA(), free(at("TUESDAY", "15:00", "19:00"), at("SATURDAY", "09:00", "12:00")));
    say(about.visitorB(), free(at("TUESDAY", "16:00", "20:00"), at("SATURDAY", "08:00", "13:00")));

    List<LocalDateTime> all = proposals.of(pair);

    assertThat(all).hasSize(3);
    assertThat(all.stream().map(LocalDateTime::toLocalDate)).doesNotHaveDuplicates();
    assertThat(all).allMatch(this::bothFree);

    LocalDateTime taken = all.getFirst();
    visitElsewhere(taken.atZone(ZONE).toInstant());
    assertThat(proposals.of(pair)).hasSize(3).doesNotContain(taken).allMatch(this::bothFree);

    say(
        about.visitorB(),
        new Availability(
            List.of(at("TUESDAY", "16:00", "20:00"), at("SATURDAY", "08:00", "13:00")),
            today,
            null,
            Set.of(),
            Set.of()));
    assertThat(proposals.of(pair)).isEmpty();
  }

  @Test
  void shouldPutTimesThatSuitEverybodyIntoTheForm() {
    accepted();
    say(about.visitorA(), free(at("TUESDAY", "15:00", "19:00"), at("SATURDAY", "09:00", "12:00")));
    say(about.visitorB(), free(at("TUESDAY", "16:00", "20:00"), at("SATURDAY", "08:00", "13:00")));
    wish(true, Times.WEEKENDS);

    Map<String, Object> form = agreeTime.prefill(task());

    assertThat(form).containsEntry("how", "OFFER").containsEntry("place", "SCHOOL");
    for (String which : List.of("One", "Two", "Three")) {
      LocalDate day = LocalDate.parse((String) form.get("date" + which));
      assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
      assertThat(LocalTime.parse((String) form.get("time" + which)))
          .isBetween(LocalTime.of(9, 0), LocalTime.of(11, 15));
    }
  }

  @Test
  void shouldRefuseADayOnWhichOneOfTheTwoIsAway() {
    accepted();
    say(about.visitorA(), away(today.plusDays(5), today.plusDays(9)));

    assertThatThrownBy(() -> agreeTime.submitted(agreed(today.plusDays(6))))
        .isInstanceOfSatisfying(
            InvalidSubmission.class, wrong -> assertThat(wrong.errors()).containsOnlyKeys("date"));
    assertThat(agreeTime.submitted(agreed(today.plusDays(10)))).isNotEmpty();
  }

  @Test
  void shouldTellTheCoordinatorOfAVisitThatIsPlannedWhileAVisitorIsAway() {
    Pair pair = accepted();
    appointments.saveAndFlush(
        new Appointment(
            pair,
            UUID.randomUUID(),
            new AgreedTime(
                today.plusDays(6).atTime(15, 0).atZone(ZONE).toInstant(),
                AgreedTime.USUAL,
                "HOME",
                null),
            clock.instant()));
    own.saveOwn(about.visitorA(), away(today.plusDays(20), null), 8);
    assertThat(callsPlanned()).isZero();

    own.saveOwn(about.visitorA(), away(today.plusDays(5), null), 8);
    own.saveOwn(about.visitorA(), away(today.plusDays(5), today.plusDays(9)), 8);

    assertThat(callsPlanned()).isEqualTo(1);
  }

  private long callsPlanned() {
    return history.timeline(about.id()).stream()
        .filter(entry -> entry.kind().equals("cases.callPlanned"))
        .count();
  }

  private Submission agreed(LocalDate day) {
    return new Submission(
        UUID.randomUUID(),
        task(),
        about.visitorA(),
        clock.instant(),
        Map.of("date", day.toString(), "time", "15:00", "durationMinutes", 45, "place", "HOME"));
  }

  private OpenTask task() {
    return new OpenTask(
        1, about.id().value(), "userTask_Test", "agree-time", List.of(), null, clock.instant());
  }

  private boolean bothFree(LocalDateTime start) {
    LocalTime time = start.toLocalTime();
    return switch (start.getDayOfWeek()) {
      case TUESDAY -> !time.isBefore(LocalTime.of(16, 0)) && !time.isAfter(LocalTime.of(18, 15));
      case SATURDAY -> !time.isBefore(LocalTime.of(9, 0)) && !time.isAfter(LocalTime.of(11, 15));
      default -> false;
    };
  }

  private void visitElsewhere(Instant start) {
    UUID pair = UUID.randomUUID();
    jdbc.sql(
            """
            insert into visits.pair (id, version, case_id, family, district, first_visitor,
              second_visitor, plan_submission, ask, first_question, second_question, state, created_at)
            select :id, 0, gen_random_uuid(), gen_random_uuid(), district, first_visitor,
              second_visitor, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
              gen_random_uuid(), 'ACCEPTED', created_at
            from visits.pair where case_id = :case
            """)
        .param("id", pair)
        .param("case", about.id().value())
        .update();
    appointments.saveAndFlush(
        new Appointment(
            pairs.findById(pair).orElseThrow(),
            UUID.randomUUID(),
            new AgreedTime(start, AgreedTime.USUAL, "HOME", null),
            clock.instant()));
  }

  private void wish(boolean elsewhere, Times... times) {
    jdbc.sql("insert into cases.meeting_wish (case_id, elsewhere, times) values (?, ?, ?)")
        .params(
            about.id().value(),
            elsewhere,
            Arrays.stream(times).map(Times::name).toArray(String[]::new))
        .update();
  }

  private Pair pair() {
    CaseView view = cases.get(about.id());
    UUID plan = UUID.randomUUID();
    newPair.add(view, choice(), plan);
    return pairs.findByPlanSubmission(plan).orElseThrow();
  }

  private Pair accepted() {
    UUID ask = pair().ask();
    askVisitors.ask(about.id(), 1);
    answers.onPage(ask, about.visitorA(), true);
    answers.onPage(ask, about.visitorB(), true);
    return pairs.findByAsk(ask).orElseThrow();
  }

  private ChosenPair.Choice choice() {
    return new ChosenPair.Choice(about.visitorA().value(), about.visitorB().value(), null);
  }

  private void say(UserId visitor, Availability said) {
    availability.save(visitor, said);
  }

  private static Availability away(LocalDate from, @Nullable LocalDate until) {
    return new Availability(List.of(), from, until, Set.of(), Set.of());
  }

  private static Availability going(Set<SchoolId> schools, Set<String> towns) {
    return new Availability(List.of(), null, null, schools, towns);
  }

  private static Availability free(Hours... week) {
    return new Availability(List.of(week), null, null, Set.of(), Set.of());
  }

  private static Hours at(String day, String from, String until) {
    return new Hours(DayOfWeek.valueOf(day), LocalTime.parse(from), LocalTime.parse(until));
  }

  private List<UserId> offered(Set<Times> wished) {
    return crew.candidates(family(), "es", today, wished).stream()
        .map(one -> one.visitor().user())
        .toList();
  }

  private List<VisitorCandidate> candidates() {
    return crew.candidates(family(), "es", today, Set.of());
  }

  private List<String> ranking() {
    return chosen.ranked(about.id(), family()).stream()
        .map(one -> one.visitor().user() + " " + one.points() + " " + one.fits())
        .toList();
  }

  private Family family() {
    return families.find(about.family()).orElseThrow();
  }
}
