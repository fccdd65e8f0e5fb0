package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks visitors who have arrived to say by text when they have left; open around the visit only.
 */
@Component
class CheckOuts {

  /** After the visit's end: by then somebody has called. */
  private static final Duration OPEN_FOR = Duration.ofHours(1);

  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final Questions questions;
  private final JdbcClient jdbc;
  private final Clock clock;

  CheckOuts(
      VisitorStore visitors, VisitTexts texts, Questions questions, JdbcClient jdbc, Clock clock) {
    this.visitors = visitors;
    this.texts = texts;
    this.questions = questions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whom a check-out is of. */
  record CheckOut(UUID appointment, UUID visitor) {}

  /** A repeat asks nobody twice. */
  void ask(Appointment visit, UserId who) {
    Visitor visitor = visitors.find(who).orElseThrow();
    PhoneNumber phone = visitor.phone();
    Instant closes = visit.endsAt().plus(OPEN_FOR);
    if (phone == null || !closes.isAfter(clock.instant())) {
      return;
    }
    UUID id = UUID.randomUUID();
    int added =
        jdbc.sql("insert into visits.check_out values (?, ?, ?) on conflict do nothing")
            .params(id, visit.id(), who.value())
            .update();
    if (added == 1) {
      questions.ask(
          new Question(
              id,
              Question.Kind.CHECK_OUT,
              phone,
              new Recipient.OfStaff(who),
              visit.caseId(),
              visitor.textLanguage(),
              closes,
              visitor.firstName()));
      send(visit, visitor, Purposes.CHECK_OUT, id, closes);
    }
  }

  /** They are out: what is asked of either is settled. */
  void settle(Appointment visit) {
    jdbc.sql("select id from visits.check_out where appointment = ?")
        .param(visit.id())
        .query(UUID.class)
        .list()
        .forEach(questions::close);
  }

  void thank(Appointment visit, UUID question, UserId who) {
    Visitor visitor = visitors.find(who).orElseThrow();
    Instant soon = clock.instant().plus(OPEN_FOR);
    send(visit, visitor, Purposes.CHECKED_OUT, question, soon);
  }

  Optional<CheckOut> find(UUID question) {
    return jdbc.sql("select appointment, visitor from visits.check_out where id = ?")
        .param(question)
        .query(CheckOut.class)
        .optional();
  }

  private void send(
      Appointment visit, Visitor visitor, String purpose, UUID question, Instant until) {
    texts.toVisitor(
        visitor,
        new VisitTexts.Text(
            visit.caseId(), purpose, question.toString(), clock.instant(), until, false),
        Map.of(),
        "/visits/" + visit.id());
  }
}
