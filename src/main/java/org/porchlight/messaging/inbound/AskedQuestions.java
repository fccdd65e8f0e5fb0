package org.porchlight.messaging.inbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.outbox.Correspondents;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions that are open. */
@Component
class AskedQuestions implements Questions {

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
    correspondents.texted(question.phone(), question.recipient(), null, question.language());
    Recipients.bind(
            jdbc.sql(
                """
                insert into messaging.question (id, kind, phone, family, guardian, staff, case_id, language, opened_at, closes_at, state)
                values (:id, :kind, :phone, :family, :guardian, :staff, :case, :language, :now, :closesAt, 'OPEN')
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
        .update();
  }

  @Override
  @Transactional
  public void close(UUID question) {
    jdbc.sql("update messaging.question set state = 'CLOSED' where id = :id and state = 'OPEN'")
        .param("id", question)
        .update();
  }

  /** The question that a text of this instant would answer: the one put last. */
  Optional<Question> open(PhoneNumber phone, Instant at) {
    return jdbc.sql(
            """
            select * from messaging.question
            where phone = :phone and state = 'OPEN' and opened_at <= :at and closes_at > :at
            order by opened_at desc limit 1 for update
            """)
        .param("phone", phone.e164())
        .param("at", Timestamp.from(at))
        .query(
            (row, number) ->
                new Question(
                    row.getObject("id", UUID.class),
                    Question.Kind.valueOf(row.getString("kind")),
                    phone,
                    Recipients.read(row),
                    new CaseId(row.getObject("case_id", UUID.class)),
                    row.getString("language"),
                    row.getTimestamp("closes_at").toInstant()))
        .optional();
  }

  void answered(UUID question, Answer answer) {
    jdbc.sql("update messaging.question set state = 'ANSWERED', answer = :answer where id = :id")
        .param("answer", answer.name())
        .param("id", question)
        .update();
  }
}
