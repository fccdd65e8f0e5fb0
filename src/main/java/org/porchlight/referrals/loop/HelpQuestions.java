package org.porchlight.referrals.loop;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Questions;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** "Did it help?", as it was put to families. */
@Repository
public class HelpQuestions {

  private final JdbcClient jdbc;
  private final Questions texts;

  HelpQuestions(JdbcClient jdbc, Questions texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /**
   * @param guardian null: it was not put by text
   * @param answerDueAt null then
   * @param message the text's id; null then
   */
  public record HelpQuestion(
      UUID id,
      UUID barrier,
      CaseId caseId,
      @Nullable GuardianId guardian,
      Instant askedAt,
      @Nullable Instant answerDueAt,
      @Nullable UUID message,
      boolean open) {}

  public void add(HelpQuestion question) {
    GuardianId guardian = question.guardian();
    Instant due = question.answerDueAt();
    jdbc.sql(
            """
            insert into referrals.help_question
              (id, barrier_id, case_id, guardian_id, asked_at, answer_due_at)
            values (:id, :barrier, :case, :guardian, :at, :due) on conflict do nothing
            """)
        .param("id", question.id())
        .param("barrier", question.barrier())
        .param("case", question.caseId().value())
        .param("guardian", guardian == null ? null : guardian.value(), Types.OTHER)
        .param("at", Timestamp.from(question.askedAt()))
        .param("due", due == null ? null : Timestamp.from(due), Types.TIMESTAMP)
        .update();
  }

  /** By which text it was put. */
  public void texted(UUID id, UUID message) {
    jdbc.sql("update referrals.help_question set message_id = ? where id = ?")
        .params(message, id)
        .update();
  }

  /** The family may think longer. */
  public void waitUntil(UUID id, Instant due) {
    jdbc.sql("update referrals.help_question set answer_due_at = ? where id = ?")
        .params(Timestamp.from(due), id)
        .update();
  }

  public Optional<HelpQuestion> find(UUID id) {
    return find("id", id);
  }

  public Optional<HelpQuestion> ofText(UUID message) {
    return find("message_id", message);
  }

  private Optional<HelpQuestion> find(String column, UUID value) {
    return jdbc.sql("select * from referrals.help_question where " + column + " = ?")
        .param(value)
        .query(
            (row, number) -> {
              UUID guardian = row.getObject("guardian_id", UUID.class);
              Timestamp due = row.getTimestamp("answer_due_at");
              return new HelpQuestion(
                  row.getObject("id", UUID.class),
                  row.getObject("barrier_id", UUID.class),
                  new CaseId(row.getObject("case_id", UUID.class)),
                  guardian == null ? null : new GuardianId(guardian),
                  row.getTimestamp("asked_at").toInstant(),
                  due == null ? null : due.toInstant(),
                  row.getObject("message_id", UUID.class),
                  row.getTimestamp("answered_at") == null);
            })
        .optional();
  }

  /** False where it was answered or closed before: only the first answer counts. */
  public boolean answered(UUID id, String answer, Instant at) {
    return jdbc.sql(
                """
                update referrals.help_question set answer = ?, answered_at = ?
                where id = ? and answered_at is null
                """)
            .params(answer, Timestamp.from(at), id)
            .update()
        == 1;
  }

  /**
   * Whatever was asked about this barrier is settled another way, or the help begins anew. Whoever
   * holds the barrier in the same transaction holds it before.
   */
  public void closeAll(UUID barrier, Instant at) {
    jdbc.sql(
            """
            update referrals.help_question set answer = 'closed', answered_at = ?
            where barrier_id = ? and answered_at is null
            """)
        .params(Timestamp.from(at), barrier)
        .update();
    jdbc.sql("select id from referrals.help_question where barrier_id = ?")
        .param(barrier)
        .query(UUID.class)
        .list()
        .forEach(texts::close);
  }

  /**
   * To the end of the transaction nobody else asks this family: it is asked one thing at a time.
   */
  public void inTurn(CaseId id) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('did it help'), hashtext(?))")
        .param(id.value().toString())
        .query(Integer.class)
        .single();
  }
}
