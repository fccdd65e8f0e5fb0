package org.porchlight.visits.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.VisitingPair.Introduction;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SendWindows;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Times put to a family by text; it answers 1, 2 or 3. Its id is the question's. */
@Service
public class TimeOffers {

  private static final Duration TO_ANSWER = Duration.ofHours(48);

  private final Submissions submissions;
  private final Cases cases;
  private final CaseContacts contacts;
  private final AcceptedPair pair;
  private final Questions questions;
  private final Messages messages;
  private final SchoolCalendars calendars;
  private final SendWindows windows;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Clock clock;

  TimeOffers(
      Submissions submissions,
      Cases cases,
      CaseContacts contacts,
      AcceptedPair pair,
      Questions questions,
      Messages messages,
      SchoolCalendars calendars,
      SendWindows windows,
      ProcessEngine engine,
      JdbcClient jdbc,
      Clock clock) {
    this.submissions = submissions;
    this.cases = cases;
    this.contacts = contacts;
    this.pair = pair;
    this.questions = questions;
    this.messages = messages;
    this.calendars = calendars;
    this.windows = windows;
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What the process waits for. */
  public record Offered(UUID offer, Instant dueAt) {}

  /** A repeat with the same submission returns the same offer. */
  @Transactional
  public Offered offer(CaseId id, UUID submissionId) {
    UUID offer = UUID.nameUUIDFromBytes(("offer:" + submissionId).getBytes(StandardCharsets.UTF_8));
    CaseView view = cases.get(id);
    Instant now = clock.instant();
    Instant due = windows.dueAfter(view.district(), now, TO_ANSWER);
    int added =
        jdbc.sql(
                """
                insert into visits.time_offer (id, case_id, submission, closes_at)
                values (?, ?, ?, ?) on conflict (id) do nothing
                """)
            .params(offer, id.value(), submissionId, due.atOffset(ZoneOffset.UTC))
            .update();
    Optional<TextContact> to = contacts.textTo(id);
    if (added == 1 && to.isPresent()) {
      ask(view, offer, times(view, submissionId), to.get(), now, due);
    }
    return new Offered(offer, due);
  }

  /** The first answer counts; 0: none of the times suits. */
  @Transactional
  public void answered(UUID offer, CaseId id, int number, Instant at) {
    int changed =
        jdbc.sql(
                """
                update visits.time_offer set picked = ?, closed_at = ?
                where id = ? and closed_at is null
                """)
            .params(number, at.atOffset(ZoneOffset.UTC), offer)
            .update();
    if (changed == 0) {
      return;
    }
    int picked = stillPossible(times(cases.get(id), submissionOf(offer)), number, at) ? number : 0;
    cases.note(
        id,
        "visits.offer:" + offer,
        picked == 0 ? "visits.noTimeSuits" : "visits.familyPickedTime",
        null,
        at,
        Map.of("number", picked));
    engine.publish(
        new ProcessMessage(
            "visits.timePicked",
            offer.toString(),
            "visits.timePicked:" + offer,
            TO_ANSWER,
            id.value(),
            Map.of("timePicked", picked)));
  }

  private static boolean stillPossible(List<AgreedTime> times, int number, Instant at) {
    return number > 0 && number <= times.size() && times.get(number - 1).startsAt().isAfter(at);
  }

  /** From now on a text of the family is read by a person. */
  @Transactional
  public void close(UUID offer) {
    questions.close(offer);
    jdbc.sql("update visits.time_offer set closed_at = ? where id = ? and closed_at is null")
        .params(clock.instant().atOffset(ZoneOffset.UTC), offer)
        .update();
  }

  /** The time that was picked, {@code number} counted from 1. */
  AgreedTime picked(CaseId id, UUID offer, int number) {
    return times(cases.get(id), submissionOf(offer)).get(number - 1);
  }

  UUID submissionOf(UUID offer) {
    return jdbc.sql("select submission from visits.time_offer where id = ?")
        .param(offer)
        .query(UUID.class)
        .single();
  }

  private List<AgreedTime> times(CaseView view, UUID submissionId) {
    ZoneId zone = calendars.zone(view.district());
    return AgreedTime.offered(submissions.get(submissionId).data(), zone);
  }

  private void ask(
      CaseView view, UUID offer, List<AgreedTime> times, TextContact to, Instant now, Instant due) {
    List<Introduction> both = pair.of(view.id());
    if (both.size() != 2) {
      return;
    }
    Recipient family = new Recipient.OfFamily(view.family(), to.guardian());
    questions.ask(
        new Question(
            offer,
            Question.Kind.TIME_OFFER,
            to.phone(),
            family,
            view.id(),
            to.language(),
            due,
            both.getFirst().firstName() + ", " + both.getLast().firstName()));
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("name1", both.getFirst().firstName());
    arguments.put("name2", both.getLast().firstName());
    for (int i = 0; i < times.size(); i++) {
      arguments.put("when" + (i + 1), times.get(i).startsAt());
    }
    messages.request(
        new MessageRequest(
            view.district(),
            to.phone(),
            family,
            view.id(),
            Purposes.TIME_OFFER,
            offer.toString(),
            Purposes.TIME_OFFER,
            to.language(),
            arguments,
            now,
            due,
            false));
  }
}
