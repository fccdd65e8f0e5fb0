package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.Questions;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The questions put to families by text, and how far each wait has come. */
@Component
class Invitations {

  private final JdbcClient jdbc;
  private final Questions questions;

  Invitations(JdbcClient jdbc, Questions questions) {
    this.jdbc = jdbc;
    this.questions = questions;
  }

  /**
   * @param lastRound the element instance that last changed the wait: its repeat changes nothing
   */
  record Invitation(
      UUID question,
      CaseId caseId,
      TextContact to,
      Instant answerDueAt,
      int reminders,
      long lastRound,
      @Nullable String answer,
      boolean open) {}

  void add(Invitation invitation, Instant askedAt) {
    jdbc.sql(
            """
            insert into cases.invitation (question_id, case_id, guardian_id, phone, language,
              asked_at, answer_due_at, reminders, last_round)
            values (?, ?, ?, ?, ?, ?, ?, 0, ?) on conflict (question_id) do nothing
            """)
        .params(
            invitation.question(),
            invitation.caseId().value(),
            invitation.to().guardian().value(),
            invitation.to().phone().e164(),
            invitation.to().language(),
            utc(askedAt),
            utc(invitation.answerDueAt()),
            invitation.lastRound())
        .update();
  }

  Optional<Invitation> find(UUID question) {
    return jdbc.sql("select * from cases.invitation where question_id = ?")
        .param(question)
        .query(Invitations::read)
        .optional();
  }

  /** A question, and the case that a text about it belongs to. */
  record Asked(UUID question, UUID caseId) {}

  /** Those whose question is open and whose case goes on. */
  Set<Asked> stillAsked(Collection<Asked> asked) {
    return Set.copyOf(
        jdbc.sql(
                """
                select a.question, a.case_id from unnest(:questions, :cases) as a (question, case_id)
                join cases.invitation i on i.question_id = a.question and i.closed_at is null
                join cases.family_case c on c.id = a.case_id and c.state in ('STARTING', 'OPEN')
                """)
            .param(
                "questions",
                new SqlArrayValue("uuid", asked.stream().map(Asked::question).toArray()))
            .param("cases", new SqlArrayValue("uuid", asked.stream().map(Asked::caseId).toArray()))
            .query(
                (row, number) ->
                    new Asked(
                        row.getObject("question", UUID.class),
                        row.getObject("case_id", UUID.class)))
            .list());
  }

  Optional<Invitation> openOf(CaseId id) {
    return jdbc.sql(
            """
            select * from cases.invitation
            where case_id = ? and closed_at is null order by asked_at desc limit 1
            """)
        .param(id.value())
        .query(Invitations::read)
        .optional();
  }

  void reminded(UUID question, int reminders, Instant answerDueAt, long round) {
    jdbc.sql(
            """
            update cases.invitation set reminders = ?, answer_due_at = ?, last_round = ?
            where question_id = ?
            """)
        .params(reminders, utc(answerDueAt), round, question)
        .update();
  }

  /** False where the question was already answered or closed: only the first answer counts. */
  boolean answered(UUID question, String answer, Instant at) {
    int changed =
        jdbc.sql(
                """
                update cases.invitation set answer = ?, closed_at = ?
                where question_id = ? and closed_at is null
                """)
            .params(answer, utc(at), question)
            .update();
    questions.close(question);
    return changed == 1;
  }

  /** From now on a text of the family is read by a person. */
  void closeAll(CaseId id, Instant at) {
    jdbc.sql(
            """
            update cases.invitation set closed_at = ? where case_id = ? and closed_at is null
            returning question_id
            """)
        .params(utc(at), id.value())
        .query(UUID.class)
        .list()
        .forEach(questions::close);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Invitation read(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getObject("question_id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new TextContact(
            new GuardianId(row.getObject("guardian_id", UUID.class)),
            new PhoneNumber(row.getString("phone")),
            row.getString("language")),
        row.getObject("answer_due_at", OffsetDateTime.class).toInstant(),
        row.getInt("reminders"),
        row.getLong("last_round"),
        row.getString("answer"),
        row.getObject("closed_at") == null);
  }
}
