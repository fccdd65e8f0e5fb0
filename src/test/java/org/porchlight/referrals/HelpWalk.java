package org.porchlight.referrals;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.TestCases;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.testing.TestPeople;
import org.porchlight.testing.TestServers;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what people do about a barrier; waits for what comes. */
@Component
public class HelpWalk {

  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.US);

  private final TestCases testCases;
  private final TestPeople people;
  private final Cases cases;
  private final Barriers barriers;
  private final OwnResources resources;
  private final Referrals referrals;
  private final PartnerNews partners;
  private final Submissions submissions;
  private final Questions questions;
  private final TransactionTemplate transactions;
  private final CaseHistory history;
  private final MessageSource words;
  private final JdbcClient jdbc;
  private final Clock clock;

  HelpWalk(
      TestCases testCases,
      TestPeople people,
      Cases cases,
      Barriers barriers,
      OwnResources resources,
      Referrals referrals,
      PartnerNews partners,
      Submissions submissions,
      Questions questions,
      TransactionTemplate transactions,
      CaseHistory history,
      MessageSource words,
      JdbcClient jdbc,
      Clock clock) {
    this.testCases = testCases;
    this.people = people;
    this.cases = cases;
    this.barriers = barriers;
    this.resources = resources;
    this.referrals = referrals;
    this.partners = partners;
    this.submissions = submissions;
    this.questions = questions;
    this.transactions = transactions;
    this.history = history;
    this.words = words;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A barrier of a case, with a pantry that has an address and one that has none.
   *
   * @param team somebody of the attendance team
   */
  public record Told(
      Opened about, CaseView view, UUID barrier, Actor team, UUID pantry, UUID deaf) {

    UserId coordinator() {
      return about.coordinator().id();
    }
  }

  public Told tell(BarrierCode code) {
    return tell(testCases.open(), code);
  }

  public Told tellWithoutPhone(BarrierCode code) {
    return tell(testCases.openWithoutPhone(), code);
  }

  public Told tell(Opened about, BarrierCode code) {
    CaseView view = cases.get(about.id());
    Actor team = people.districtWide(view.district(), Role.TEAM, Role.COORDINATOR);
    UUID pantry = resource(view, about, "Harbor Food Pantry", "pantry@harbor.example");
    UUID deaf = resource(view, about, "Harbor Soup Kitchen", null);
    UUID barrier = transactions.execute(status -> barriers.tell(telling(about, code)));
    return new Told(about, view, barrier, team, pantry, deaf);
  }

  /** By another act: one barrier still. */
  public void tellAgain(Told told) {
    transactions.executeWithoutResult(
        status -> barriers.tell(telling(told.about(), barrier(told).code())));
  }

  public Telling telling(Opened about, BarrierCode code) {
    return new Telling(
        about.id(),
        code,
        Source.PAGE,
        "test:" + UUID.randomUUID(),
        null,
        about.coordinator().id(),
        clock.instant(),
        null);
  }

  public UUID resource(Told told, String name, String email) {
    return resource(told.view(), told.about(), name, email);
  }

  /** Without an e-mail address. */
  public UUID textable(Told told, String name, PhoneNumber phone) {
    return resource(told.view(), told.about(), name, null, phone.written());
  }

  private UUID resource(CaseView view, Opened about, String name, @Nullable String email) {
    return resource(view, about, name, email, null);
  }

  private UUID resource(
      CaseView view,
      Opened about,
      String name,
      @Nullable String email,
      @Nullable String textPhone) {
    OwnResource resource =
        new OwnResource(
            name,
            "Harbor Neighbors",
            null,
            Set.of(Need.FOOD, Need.SHELTER),
            email,
            null,
            null,
            null,
            "Norwalk",
            null,
            null,
            null,
            List.of("es"),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            textPhone,
            false);
    return resources.add(view.district(), resource, about.coordinator().id());
  }

  public Barrier barrier(Told told) {
    return barriers.find(told.barrier()).orElseThrow();
  }

  public void complete(Told told, String element, UserId by, Map<String, Object> data) {
    submissions.submit(awaitTask(told, element), by, data);
  }

  public void complete(Told told, String element, Map<String, Object> data) {
    complete(told, element, told.coordinator(), data);
  }

  public long awaitTask(Told told, String element) {
    await(element).atMost(PATIENCE).until(() -> tasks(told, element).size() == 1);
    return tasks(told, element).getFirst();
  }

  public List<Long> tasks(Told told, String element) {
    return jdbc.sql("select key from engine.open_task where subject = ? and element_id = ?")
        .params(told.barrier(), element)
        .query(Long.class)
        .list();
  }

  public List<String> groups(Told told, String element) {
    return jdbc.sql(
            """
            select unnest(groups) from engine.open_task where subject = ? and element_id = ?
            """)
        .params(told.barrier(), element)
        .query(String.class)
        .list();
  }

  public Instant due(Told told, String element) {
    awaitTask(told, element);
    return jdbc.sql("select due from engine.open_task where subject = ? and element_id = ?")
        .params(told.barrier(), element)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  public void awaitPlace(Told told, String element) {
    await(element).atMost(PATIENCE).until(() -> places(told).contains(element));
  }

  public List<String> places(Told told) {
    return jdbc.sql("select element_id from engine.place where subject = ?")
        .param(told.barrier())
        .query(String.class)
        .list();
  }

  public Instant timer(Told told, String element) {
    await("timer of " + element).atMost(PATIENCE).until(() -> timerOf(told, element).isPresent());
    return timerOf(told, element).orElseThrow();
  }

  private Optional<Instant> timerOf(Told told, String element) {
    return jdbc.sql(
            """
            select min(t.due) as due from engine.timer t
            join engine.process_instance i on i.key = t.process_instance_key
            join engine.process_root r on r.root_key = i.root_key
            where r.subject = ? and t.element_id = ?
            """)
        .params(told.barrier(), element)
        .query((row, i) -> Optional.ofNullable(row.getTimestamp("due")))
        .single()
        .map(Timestamp::toInstant);
  }

  /** The process has come to its end, and with it the barrier. */
  public void awaitEnd(Told told, Barrier.End end) {
    await("the barrier's end").atMost(PATIENCE).until(() -> barrier(told).end() == end);
    awaitProcessEnd(told);
  }

  public void awaitProcessEnd(Told told) {
    await("the process's end")
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql(
                        """
                        select process_ended_at is not null from referrals.help where barrier_id = ?
                        """)
                    .param(told.barrier())
                    .query(Boolean.class)
                    .single());
  }

  public Set<String> passed(Told told) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct p.element_id from engine.path p
                join engine.process_instance i on i.key = p.process_instance_key
                join engine.process_root r on r.root_key = i.root_key where r.subject = ?
                """)
            .param(told.barrier())
            .query(String.class)
            .list());
  }

  public void choose(Told told, String choice) {
    complete(told, "userTask_ChooseHelp", choice(told, choice));
  }

  public Map<String, Object> choice(Told told, String choice) {
    Map<String, Object> data = new HashMap<>();
    data.put("choice", choice);
    switch (choice) {
      case "RESOURCE", "CARRIES" -> data.put("resource", told.pantry().toString());
      case "ACTION" -> data.put("role", "social-worker");
      case "GIVEN" -> data.put("given", "A bag of groceries");
      case "NOT_NEEDED" -> data.put("reason", "SOLVED");
      default -> {}
    }
    return data;
  }

  public void consent(Told told, String answer) {
    Map<String, Object> data = new HashMap<>();
    data.put("answer", answer);
    if (answer.equals("GIVEN")) {
      awaitTask(told, "userTask_RecordConsent");
      data.put("facts", List.of("FIRST_NAME", "PHONE", "LANGUAGE"));
      data.put("signedBy", signer(told));
      data.put("how", "PAPER");
      data.put("signedOn", LocalDate.ofInstant(clock.instant(), ZONE).toString());
    }
    complete(told, "userTask_RecordConsent", data);
  }

  public void consentOf(Told told) {
    consent(told, "GIVEN");
  }

  /** A barrier that was told otherwise. */
  public Told of(Opened about, UUID barrier) {
    CaseView view = cases.get(about.id());
    UUID nowhere = UUID.randomUUID();
    return new Told(about, view, barrier, about.coordinator(), nowhere, nowhere);
  }

  public void awaitLevel(Told told, int level) {
    await("level " + level).atMost(PATIENCE).until(() -> barrier(told).level() == level);
  }

  /** What the family's page tells, with times, as {@code target/<file>.md}. */
  public void write(Told told, String file, String title) {
    StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
    for (CaseHistory.Entry entry : history.timeline(told.about().id())) {
      if (entry.kind().startsWith("referrals.") || entry.kind().startsWith("cases.barrier")) {
        text.append("- ")
            .append(WHEN.format(entry.at().atZone(ZONE)))
            .append("  ")
            .append(
                words.getMessage("timeline." + entry.kind(), null, entry.kind(), Locale.ENGLISH))
            .append('\n');
      }
    }
    text.append("\nWhat was done:\n\n");
    jdbc.sql("select at, what from referrals.help_step where barrier_id = ? order by id")
        .param(told.barrier())
        .query(
            row -> {
              text.append("- ")
                  .append(WHEN.format(row.getTimestamp("at").toInstant().atZone(ZONE)))
                  .append("  ")
                  .append(
                      words.getMessage(
                          "help.step." + row.getString("what"),
                          new Object[] {"Alex", "Social worker"},
                          Locale.ENGLISH))
                  .append('\n');
            });
    try {
      Files.writeString(TestServers.buildFolder().resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing " + file, e);
    }
  }

  private String signer(Told told) {
    return referrals.sheet(referral(told).id()).signers().getFirst().id().toString();
  }

  /** The newest try. */
  public Referral referral(Told told) {
    return referrals.of(told.barrier()).getLast();
  }

  /** Chosen, agreed to, sent. */
  public void send(Told told) {
    choose(told, "RESOURCE");
    consent(told, "GIVEN");
    awaitPlace(told, "gateway_AwaitPartner");
  }

  public void partnerSays(Told told, PartnerAnswer answer) {
    partners.say(referral(told).id(), answer, null, null, clock.instant());
  }

  public void act(Told told, String outcome) {
    complete(
        told, "userTask_SchoolAction", Map.of("outcome", outcome, "done", "Talked to the driver"));
  }

  public void call(Told told, String helped) {
    complete(told, "userTask_AskByPhone", Map.of("helped", helped));
  }

  public void stepIn(Told told, Map<String, Object> data) {
    complete(told, "userTask_StepIn", told.team().id(), data);
  }

  public UUID awaitQuestion(Told told) {
    await("the family is asked").atMost(PATIENCE).until(() -> question(told).isPresent());
    return question(told).orElseThrow();
  }

  public boolean asked(Told told) {
    return question(told).isPresent();
  }

  private Optional<UUID> question(Told told) {
    return jdbc.sql(
            """
            select q.id from messaging.question q
            join referrals.help_question h on h.id = q.id
            where h.barrier_id = ? and h.answered_at is null and q.state = 'OPEN'
              and q.closes_at > ?
            """)
        .params(told.barrier(), Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  /** As if the text of this question had left only then. */
  public void leftAt(UUID question, Instant at) {
    jdbc.sql(
            """
            update messaging.attempt set started_at = ? where intent = (
              select message_id from referrals.help_question where id = ?)
            """)
        .params(Timestamp.from(at), question)
        .update();
  }

  /** How long it is until nine in the evening, when no text leaves any more. */
  static Duration toEvening(Instant now) {
    var evening = now.atZone(ZONE).toLocalDate().atTime(21, 0).atZone(ZONE);
    return Duration.between(now, evening.toInstant().isAfter(now) ? evening : evening.plusDays(1));
  }

  public void familyAnswers(Told told, Answer answer) {
    UUID question = awaitQuestion(told);
    UUID guardian =
        jdbc.sql("select guardian from messaging.question where id = ?")
            .param(question)
            .query(UUID.class)
            .single();
    testCases.publish(
        new QuestionAnswered(
            question,
            Question.Kind.DID_IT_HELP,
            told.about().id(),
            new Recipient.OfFamily(told.about().family(), new GuardianId(guardian)),
            answer,
            UUID.randomUUID(),
            clock.instant()));
    transactions.executeWithoutResult(status -> questions.close(question));
  }
}
