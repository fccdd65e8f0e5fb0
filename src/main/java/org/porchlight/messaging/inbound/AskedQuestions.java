package org.porchlight.messaging.inbound;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.messaging.request.Correspondents;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions that are open. */
@Component
class AskedQuestions implements Questions {

  /** So long no number of a phone means another question. */
  private static final Duration NUMBER_KEPT = Duration.ofDays(14);

  private final JdbcClient jdbc;
  private final Correspondents correspondents;
  private final Clock clock;

  AskedQuestions(JdbcClient jdbc, Correspondents correspondents, Clock clock) {
    this.jdbc = jdbc;
    this.correspondents = correspondents;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void ask(Question question) {
    lock(question.phone());
    correspondents.texted(question.phone(), question.recipient(), null, question.language());
    Recipients.bind(
            jdbc.sql(
                """
                insert into messaging.question (id, kind, phone, family, guardian, staff, partner, case_id, language, opened_at, closes_at, state, number, about)
                values (:id, :kind, :phone, :family, :guardian, :staff, :partner, :case, :language, :now, :closesAt, 'OPEN', :number, :about)
                on conflict (id) do nothing
                """),
            question.recipient())
        .param("id", question.id())
        .param("kind", question.kind().name())
        .param("phone", question.phone().e164())
        .param("case", question.caseId().value())
        .param("language", question.language())
        .param("now", Timestamp.from(clock.instant()))
        .param("closesAt", Timestamp.from(question.closesAt()))
        .param("number", nextNumber(question.phone()))
        .param("about", question.about(), Types.VARCHAR)
        .update();
  }

  /** One at a time for each phone, so that no two questions get one number. */
  private void lock(PhoneNumber phone) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:phone, 0))")
        .param("phone", phone.e164())
        .query((row, number) -> number)
        .list();
  }

  private int nextNumber(PhoneNumber phone) {
    return jdbc.sql(
            """
            select coalesce(max(number), 0) + 1 from messaging.question
            where phone = :phone and (state = 'OPEN' and closes_at > :now or opened_at > :since)
            """)
        .param("phone", phone.e164())
        .param("now", Timestamp.from(clock.instant()))
        .param("since", Timestamp.from(clock.instant().minus(NUMBER_KEPT)))
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public void close(UUID question) {
    jdbc.sql("update messaging.question set state = 'CLOSED' where id = :id and state = 'OPEN'")
        .param("id", question)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean waits(CaseId caseId) {
    return jdbc.sql(
            """
            select exists (select from messaging.question
              where case_id = :case and state = 'OPEN' and closes_at > :now and family is not null)
            """)
        .param("case", caseId.value())
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /** A question and the number by which it can be answered. */
  record Open(int number, Question question) {}

  /**
   * The questions that a text of this instant may answer, in the order in which they were put; of a
   * case only the one put last.
   */
  List<Open> open(PhoneNumber phone, Instant at) {
    return jdbc.sql(
            """
            select * from messaging.question q
            where phone = :phone and state = 'OPEN' and opened_at <= :at and closes_at > :at
              and not exists (select from messaging.question later
                where later.phone = q.phone and later.case_id = q.case_id and later.state = 'OPEN'
                  and later.opened_at <= :at and later.closes_at > :at and later.number > q.number)
            order by number for update
            """)
        .param("phone", phone.e164())
        .param("at", Timestamp.from(at))
        .query(
            (row, number) ->
                new Open(
                    row.getInt("number"),
                    new Question(
                        row.getObject("id", UUID.class),
                        Question.Kind.valueOf(row.getString("kind")),
                        phone,
                        Recipients.read(row),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("language"),
                        row.getTimestamp("closes_at").toInstant(),
                        row.getString("about"))))
        .list();
  }

  void answered(UUID question, Answer answer) {
    jdbc.sql("update messaging.question set state = 'ANSWERED', answer = :answer where id = :id")
        .param("answer", answer.name())
        .param("id", question)
        .update();
  }
}
