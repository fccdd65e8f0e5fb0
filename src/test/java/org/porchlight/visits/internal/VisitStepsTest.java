package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Actor;
import org.porchlight.access.Assignments;
import org.porchlight.access.Role;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseEnding;
import org.porchlight.cases.Cases;
import org.porchlight.cases.FirstContactPlans;
import org.porchlight.cases.Outcome;
import org.porchlight.cases.UnsaidTexts;
import org.porchlight.cases.VisitingPair;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.NominationReason;
import org.porchlight.identification.Programs;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.Town;
import org.porchlight.messaging.SendWindows;
import org.porchlight.messaging.SpokenTexts;
import org.porchlight.messaging.StillWanted;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.TaskFixture;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.NewVisitor;
import org.porchlight.visits.ToldOfVisits;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a visit on the real database, each done twice as a repeated job would. */
@PorchlightTest
class VisitStepsTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  @Autowired Proposals proposals;
  @Autowired Cases cases;
  @Autowired Barriers barriers;
  @Autowired FirstContactPlans plans;
  @Autowired Pairs pairs;
  @Autowired Appointments appointments;
  @Autowired VisitorStore visitorStore;
  @Autowired VisitTexts texts;
  @Autowired Families families;
  @Autowired SchoolCalendars calendars;
  @Autowired VisitProperties settings;
  @Autowired ToldOfVisits told;
  @Autowired TaskFixture fixture;
  @Autowired SendWindows windows;
  @Autowired Visitors visitors;
  @Autowired PlanFirstContact planForm;
  @Autowired AgreeTime timeForm;
  @Autowired TimeOffers offers;
  @Autowired FamilyChanges changes;
  @Autowired NewPair newPair;
  @Autowired Programs programs;
  @Autowired AskVisitors askVisitors;
  @Autowired AnswerAsk answers;
  @Autowired CloseAsk closeAsk;
  @Autowired RemindVisit remindVisit;
  @Autowired ChangeVisit changeVisit;
  @Autowired SafetyStops stops;
  @Autowired VisitingPair visitingPair;
  @Autowired List<Assignments> assignments;
  @Autowired List<StillWanted> reasons;
  @Autowired TransactionTemplate transactions;
  @Autowired Town town;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired ApplicationEventPublisher events;
  @Autowired UnsaidTexts unsaid;
  @Autowired SpokenTexts spoken;
  @Autowired Clock clock;

  private final Map<UUID, Submission> submitted = new HashMap<>();
  private DistrictId district;
  private FamilyId family;
  private CaseId caseId;
  private Actor coordinator;
  private UserId first;
  private UserId second;

  @BeforeEach
  void openCase() {
    district = town.district();
    family = town.family(district, "one", "elm", "es", 12);
    coordinator = people.atSchool(district, town.school(district, "elm"), Role.COORDINATOR);
    proposals.nominate(family, coordinator, NominationReason.FAMILY_ASKED, null);
    caseId = cases.openCaseOf(family).orElseThrow().id();
    first = visitor("Ana", VisitorKind.SCHOOL, Map.of("en", LanguageLevel.NATIVE));
    second = visitor("Luis", VisitorKind.COMMUNITY, Map.of("es", LanguageLevel.NATIVE));
  }

  @Test
  void shouldOfferRankedVisitorsAndSuggestAPair() {
    Map<String, Object> form = planForm.prefill(task("plan-first-contact"));

    assertThat((List<?>) form.get("visitors")).hasSize(2);
    assertThat(form.get("visitors").toString()).contains("fluent in Spanish");
    assertThat((List<?>) form.get("guardians")).hasSize(1);
    assertThat(List.of(form.get("visitorA"), form.get("visitorB")))
        .containsExactlyInAnyOrder(first.toString(), second.toString());
  }

  @Test
  void shouldRefuseAPairThatBreaksARule() {
    UserId untrained = people.atSchool(district, town.school(district, "elm"), Role.VISITOR).id();
    visitors.register(newVisitor(untrained, "Bo", VisitorKind.SCHOOL, Map.of()));

    assertThatThrownBy(() -> planForm.submitted(plan(first, first)))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong -> assertThat(wrong.errors()).containsKeys("visitorB", "interpreterLanguage"));
    assertThatThrownBy(() -> planForm.submitted(plan(untrained, second)))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong -> assertThat(wrong.errors()).containsOnlyKeys("visitorA"));
  }

  @Test
  void shouldPlanAndAskOnce() {
    Submission plan = plan(first, second);
    planForm.submitted(plan);

    apply(plan);
    apply(plan);
    AskVisitors.Asked asked = askVisitors.ask(caseId, 1);

    assertThat(askVisitors.ask(caseId, 1)).isEqualTo(asked);
    assertThat(asked.visitorGroups()).containsExactly("visitor:" + first, "visitor:" + second);
    assertThat(plans.of(caseId)).isPresent();
    assertThat(intents("visits.askVisitors")).isEqualTo(2);
    assertThat(visitingPair.of(caseId)).isEmpty();
  }

  @Test
  void shouldTellTheProcessOnceWhenBothHaveAccepted() {
    UUID ask = asked();

    assertThat(answers.onPage(ask, first, true)).isTrue();
    assertThat(commands("visits.pairAnswered", ask)).isZero();
    assertThat(answers.onPage(ask, second, true)).isTrue();
    assertThat(answers.onPage(ask, second, false)).isFalse();

    assertThat(commands("visits.pairAnswered", ask)).isEqualTo(1);
    assertThat(visitingPair.of(caseId))
        .extracting(VisitingPair.Introduction::firstName)
        .containsExactly("Ana", "Luis");
  }

  @Test
  void shouldCountAnAnswerByText() {
    UUID ask = asked();
    Pair pair = pairs.findByAsk(ask).orElseThrow();

    answers.byText(pair.questionTo(first), false, clock.instant());
    answers.byText(pair.questionTo(first), true, clock.instant());

    assertThat(pairs.findByAsk(ask).orElseThrow().state()).isEqualTo(PairState.DECLINED);
    assertThat(commands("visits.pairAnswered", ask)).isEqualTo(1);
    assertThat(wanted("visits.askVisitors", pair.questionTo(second))).isFalse();
  }

  @Test
  void shouldCloseASilentAskAndTakeANewPair() {
    UUID ask = asked();

    closeAsk.close(ask);
    closeAsk.close(ask);
    UUID next = asked();

    assertThat(pairs.findByAsk(ask).orElseThrow().state()).isEqualTo(PairState.SILENT);
    assertThat(next).isNotEqualTo(ask);
    assertThat(answers.onPage(ask, first, true)).isFalse();
  }

  @Test
  void shouldRevealTheHomeOnlyAfterTheFamilysYes() {
    Assignments ours = assignments.getFirst();
    UserId stranger = UserId.random();
    assertThat(ours.assigned(first, family)).isFalse();
    UUID ask = asked();
    assertThat(ours.assigned(first, family)).isTrue();
    assertThat(ours.assigned(stranger, family)).isFalse();
    accept(ask);
    assertThat(ours.homeRevealed(first, family)).isFalse();

    cases.familyAgreed(caseId, "CALL", coordinator.id(), clock.instant());

    assertThat(ours.homeRevealed(first, family)).isTrue();
    assertThat(ours.homeRevealed(stranger, family)).isFalse();
  }

  @Test
  void shouldRefuseATimeInThePastOrInTheNight() {
    accept(asked());

    assertThatThrownBy(() -> timeForm.submitted(time(-1, LocalTime.of(16, 0))))
        .isInstanceOf(InvalidSubmission.class);
    assertThatThrownBy(() -> timeForm.submitted(time(3, LocalTime.of(23, 0))))
        .isInstanceOf(InvalidSubmission.class);
  }

  @Test
  void shouldBookRemindAndChangeAVisitOnce() {
    accept(asked());
    Submission time = time(3, LocalTime.of(16, 0));
    timeForm.submitted(time);

    BookVisit.Booked booked = book(time);

    assertThat(book(time).visitId()).isEqualTo(booked.visitId());
    assertThat(booked.remindAgainAt()).isAfterOrEqualTo(booked.remindAt());
    assertThat(booked.remindAgainAt()).isBefore(booked.endsAt());
    assertThat(booked.nudgeAt()).isEqualTo(booked.endsAt().plus(Duration.ofHours(24)));
    assertThat(booked.logDueAt()).isEqualTo(booked.endsAt().plus(Duration.ofHours(48)));
    assertThat(booked.logForm()).isEqualTo("visit-log-first");
    assertThat(intents("visits.visitBooked")).isEqualTo(2);
    remindVisit.remind(booked.visitId());
    remindVisit.remind(booked.visitId());
    assertThat(intents("visits.visitReminder")).isEqualTo(1);
    assertThat(intents("visits.visitorReminder")).isEqualTo(2);
    assertThat(wanted("visits.visitReminder", booked.visitId())).isTrue();
    remindVisit.remindAgain(booked.visitId());
    assertThat(intents("visits.visitReminderAgain")).isEqualTo(1);
    assertThat(intents("visits.visitorReminderAgain")).isEqualTo(2);

    assertThat(changeVisit.change(booked.visitId(), first, false)).isTrue();
    assertThat(changeVisit.change(booked.visitId(), first, true)).isFalse();

    assertThat(wanted("visits.visitReminder", booked.visitId())).isFalse();
    assertThat(commands("visits.visitChanged", booked.visitId())).isEqualTo(1);
  }

  @Test
  void shouldTellEachGuardianWhomTheFamilyNamesAndNoneWhoIsBarred() {
    GuardianId father = guardian("Omar", "+18602220111");
    GuardianId uncle = guardian("Sami", "+18602220112");
    told.choose(caseId, Set.of(father, uncle), coordinator.id());
    accept(asked());
    BookVisit.Booked booked = book(time(3, LocalTime.of(16, 0)));
    jdbc.sql("update roster.contact_link set restrictions = 'See office' where contact_id = ?")
        .param(uncle.value())
        .update();

    remindVisit.remind(booked.visitId());
    remindVisit.remind(booked.visitId());

    assertThat(intents("visits.visitConfirmed")).isEqualTo(3);
    assertThat(
            jdbc.sql(
                    "select language from messaging.intent where case_id = ? and purpose ="
                        + " 'visits.visitReminder'")
                .param(caseId.value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("es", "en");
    assertThatThrownBy(() -> told.choose(caseId, Set.of(uncle), coordinator.id()))
        .hasMessageContaining("who can be texted");
    assertThat(told.of(caseId)).contains(father);

    told.choose(caseId, Set.of(), coordinator.id());
    remindVisit.remindAgain(booked.visitId());
    assertThat(intents("visits.visitReminderAgain")).isEqualTo(1);
  }

  private GuardianId guardian(String name, String phone) {
    TaskFixture.Place place = new TaskFixture.Place(district, town.school(district, "elm"));
    return fixture.guardian(
        new TaskFixture.Opened(place, family, caseId),
        name,
        "Father",
        new PhoneNumber(phone),
        "en");
  }

  @Test
  void shouldTellTheFamilyAndThePartnerThatAVisitIsOff() {
    accept(asked());
    BookVisit.Booked booked = book(time(3, LocalTime.of(16, 0)));

    changeVisit.change(booked.visitId(), first, true);

    assertThat(intents("visits.visitOff")).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select body from messaging.intent where case_id = ? and purpose ="
                        + " 'visits.visitOff'")
                .param(caseId.value())
                .query(String.class)
                .single())
        .contains("al final no irán")
        .contains("Ana", "Luis");
    assertThat(intents("visits.visitorOff")).isEqualTo(1);
    assertThat(wanted("visits.visitConfirmed", booked.visitId())).isFalse();
    assertThat(wanted("visits.visitOff", booked.visitId())).isTrue();
    assertThat(wanted("visits.visitorOff", booked.visitId())).isTrue();

    book(time(4, LocalTime.of(16, 0)));

    assertThat(wanted("visits.visitOff", booked.visitId())).isFalse();
  }

  @Test
  void shouldHaveAFamilyCalledThatNoTextCanTellThatAVisitIsOff() {
    accept(asked());
    BookVisit.Booked booked = book(time(3, LocalTime.of(16, 0)));
    jdbc.sql(
            "update roster.contact set written_language = 'so' where id in (select contact_id from"
                + " roster.contact_link l join roster.family_student f on f.student_id ="
                + " l.student_id where f.family_id = ?)")
        .param(family.value())
        .update();

    changeVisit.change(booked.visitId(), first, true);

    assertThat(intents("visits.visitOff")).isZero();
    assertThat(
            jdbc.sql("select reason from cases.call_request where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .list())
        .containsExactly("VISIT_OFF_TO_TELL");
    assertThat(unsaid.of(caseId)).containsExactly(booked.visitId());
    assertThat(spoken.in(booked.visitId(), "es").orElseThrow().text())
        .contains("al final no irán", "Ana", "Luis");
    assertThat(spoken.in(booked.visitId(), "so")).isEmpty();
  }

  @Test
  void shouldCallOffTheVisitOfAFamilyThatSaidNo() {
    accept(asked());
    BookVisit.Booked booked = book(time(3, LocalTime.of(16, 0)));

    transactions.executeWithoutResult(
        status ->
            events.publishEvent(new CaseEnding(caseId, family, Outcome.DECLINED, clock.instant())));

    await().untilAsserted(() -> assertThat(intents("visits.visitorOff")).isEqualTo(2));
    assertThat(intents("visits.visitOff")).isZero();
    assertThat(wanted("visits.visitReminder", booked.visitId())).isFalse();
  }

  @Test
  void shouldKeepALogWithItsDeparturesOnce() {
    accept(asked());
    Submission time = time(3, LocalTime.of(16, 0));
    BookVisit.Booked booked = book(time);
    Submission log =
        submission(
            "visit-log-first",
            first,
            Map.of("outcome", "COMPLETED", "visitorsPresent", "ONE", "strengths", "laughs a lot"));

    assertThat(applyLog(booked.visitId(), log).outcome()).isEqualTo(VisitOutcome.COMPLETED);
    assertThat(applyLog(booked.visitId(), log).outcome()).isEqualTo(VisitOutcome.COMPLETED);

    assertThat(
            jdbc.sql("select exceptions::text from visits.visit_log where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .list())
        .containsExactly("{ONE_VISITOR}");
    assertThat(wanted("visits.logNudge", booked.visitId())).isFalse();
  }

  private UUID asked() {
    apply(plan(first, second));
    return askVisitors.ask(caseId, 1).askId();
  }

  private void accept(UUID ask) {
    answers.onPage(ask, first, true);
    answers.onPage(ask, second, true);
  }

  private void apply(Submission plan) {
    ApplyPlan step = new ApplyPlan(submissions(), cases, plans, pairs, newPair);
    transactions.executeWithoutResult(status -> step.apply(caseId, plan.id()));
  }

  private BookVisit.Booked book(Submission time) {
    BookVisit step =
        new BookVisit(
            submissions(),
            pairs,
            appointments,
            visitorStore,
            texts,
            calendars,
            windows,
            settings,
            cases,
            offers,
            changes,
            new VisitLogs(jdbc, new OneForm(), json),
            clock);
    return transactions.execute(status -> step.book(caseId, time.id()));
  }

  private ApplyVisitLog.Applied applyLog(UUID visit, Submission log) {
    VisitLogs logs = new VisitLogs(jdbc, new OneForm(), json);
    ApplyVisitLog step =
        new ApplyVisitLog(
            submissions(),
            appointments,
            new LogContents(pairs, visitorStore, families, calendars),
            logs,
            stops,
            windows,
            settings,
            cases,
            new BarriersOfLogs(barriers),
            programs,
            clock);
    return transactions.execute(status -> step.apply(visit, log.id()));
  }

  private Submission plan(UserId one, UserId two) {
    return submission(
        "plan-first-contact",
        coordinator.id(),
        Map.of("channel", "TEXT", "visitorA", one.toString(), "visitorB", two.toString()));
  }

  /** On a day whose day before is one on which texts may leave. */
  private Submission time(int daysAhead, LocalTime at) {
    LocalDate day = clock.instant().atZone(ZONE).toLocalDate().plusDays(daysAhead);
    while (daysAhead > 0 && !calendars.schoolDay(district, null, day.minusDays(1))) {
      day = day.plusDays(1);
    }
    return submission(
        "agree-time",
        first,
        Map.of(
            "date", day.toString(), "time", at.toString(), "durationMinutes", 45, "place", "HOME"));
  }

  private Submission submission(String form, UserId by, Map<String, Object> data) {
    Submission submission =
        new Submission(UUID.randomUUID(), task(form), by, clock.instant(), data);
    submitted.put(submission.id(), submission);
    return submission;
  }

  private OpenTask task(String form) {
    return new OpenTask(1, caseId.value(), "userTask_Test", form, List.of(), null, clock.instant());
  }

  private Submissions submissions() {
    return new Submissions() {
      @Override
      public Submission submit(long taskKey, UserId by, Map<String, Object> data) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void forget(UUID id) {
        submitted.remove(id);
      }

      @Override
      public Submission get(UUID id) {
        return submitted.get(id);
      }
    };
  }

  private UserId visitor(String name, VisitorKind kind, Map<String, LanguageLevel> languages) {
    UserId user = people.atSchool(district, town.school(district, "elm"), Role.VISITOR).id();
    visitors.register(newVisitor(user, name, kind, languages));
    visitors.completeTraining(user, Visitors.LEAP_101, LocalDate.of(2026, 9, 10));
    return user;
  }

  private static NewVisitor newVisitor(
      UserId user, String name, VisitorKind kind, Map<String, LanguageLevel> languages) {
    String digits = String.valueOf(1_000_000 + Math.floorMod(user.hashCode(), 8_999_999));
    return new NewVisitor(
        user,
        name,
        VisitorRole.TEACHER,
        kind,
        new PhoneNumber("+1860" + digits),
        "en",
        languages,
        3);
  }

  private boolean wanted(String purpose, UUID occurrence) {
    return reasons.stream()
        .filter(one -> one.purposePrefix().equals("visits."))
        .findFirst()
        .orElseThrow()
        .stillWanted(purpose, occurrence.toString(), caseId);
  }

  private int intents(String purpose) {
    return jdbc.sql("select count(*) from messaging.intent where case_id = ? and purpose = ?")
        .params(caseId.value(), purpose)
        .query(Integer.class)
        .single();
  }

  private int commands(String name, UUID key) {
    return jdbc.sql("select count(*) from engine.command where name = ? and correlation_key = ?")
        .params(name, key.toString())
        .query(Integer.class)
        .single();
  }

  /** One version of one form. */
  private static final class OneForm implements org.porchlight.engine.TaskForms {

    @Override
    public String schema(long taskKey) {
      return "{}";
    }

    @Override
    public Map<String, Object> check(
        long taskKey, Map<String, Object> data, Map<String, Object> prefill) {
      return data;
    }

    @Override
    public java.util.Optional<Submission> saved(long taskKey) {
      return java.util.Optional.empty();
    }
  }
}
