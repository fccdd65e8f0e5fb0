package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The changes that people have to look into. */
@Component
class ChangeNotices {

  private final JdbcClient jdbc;

  ChangeNotices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the same change was noticed before. */
  boolean add(ChangeNotice notice, Instant at) {
    StudentId student = notice.student();
    SchoolId from = notice.from();
    SchoolId to = notice.to();
    return jdbc.sql(
                """
                insert into cases.change_notice
                  (id, case_id, kind, notice_key, student_id, from_school, to_school, begins, at)
                values (:id, :case, :kind, :key, :student, :from, :to, :begins, :at)
                on conflict (case_id, notice_key) do nothing
                """)
            .param("id", notice.id())
            .param("case", notice.caseId().value())
            .param("kind", notice.kind().name())
            .param("key", notice.key())
            .param("student", student == null ? null : student.value(), Types.OTHER)
            .param("from", from == null ? null : from.value(), Types.OTHER)
            .param("to", to == null ? null : to.value(), Types.OTHER)
            .param("begins", notice.begins(), Types.DATE)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The oldest that nobody has answered. */
  Optional<ChangeNotice> next(CaseId id) {
    return jdbc.sql(
            """
            select * from cases.change_notice
            where case_id = ? and submission_id is null and settled_at is null order by at, id limit 1
            """)
        .param(id.value())
        .query(ChangeNotices::read)
        .optional();
  }

  /** The form that was sent is about this one, whatever else is answered meanwhile. */
  void answered(ChangeNotice notice, UUID submission) {
    jdbc.sql("update cases.change_notice set submission_id = ? where id = ?")
        .params(submission, notice.id())
        .update();
  }

  Optional<ChangeNotice> ofSubmission(UUID submission) {
    return jdbc.sql(
            "select * from cases.change_notice where submission_id = ? and settled_at is null")
        .param(submission)
        .query(ChangeNotices::read)
        .optional();
  }

  void settle(ChangeNotice notice, String decision, @Nullable String consent, Instant at) {
    jdbc.sql(
            """
            update cases.change_notice set decision = :decision, consent = :consent, settled_at = :at
            where id = :id
            """)
        .param("decision", decision)
        .param("consent", consent, Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", notice.id())
        .update();
  }

  /** What an earlier run left open is nothing to decide any more. */
  void settleAll(CaseId id, Instant at) {
    jdbc.sql(
            """
            update cases.change_notice set settled_at = ? where case_id = ? and settled_at is null
            """)
        .params(at.atOffset(ZoneOffset.UTC), id.value())
        .update();
  }

  /** Whether the family agreed, at a hand-over, that notes are passed on to this school. */
  boolean agreed(CaseId id, SchoolId to) {
    return jdbc.sql(
            """
            select exists (select from cases.change_notice
              where case_id = ? and to_school = ? and consent = 'YES')
            """)
        .params(id.value(), to.value())
        .query(Boolean.class)
        .single();
  }

  static ChangeNotice read(ResultSet row, int number) throws SQLException {
    UUID student = row.getObject("student_id", UUID.class);
    UUID from = row.getObject("from_school", UUID.class);
    UUID to = row.getObject("to_school", UUID.class);
    return new ChangeNotice(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        ChangeKind.valueOf(row.getString("kind")),
        row.getString("notice_key"),
        student == null ? null : new StudentId(student),
        from == null ? null : new SchoolId(from),
        to == null ? null : new SchoolId(to),
        row.getObject("begins", LocalDate.class));
  }
}
