package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.BarrierCode;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The barriers as they stand. */
@Repository
class BarrierRows {

  private final JdbcClient jdbc;

  BarrierRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** So that what is told, taken back and ended in one case happens in turn. */
  void holdCase(CaseId id) {
    jdbc.sql("select 1 from cases.family_case where id = ? for no key update")
        .param(id.value())
        .query(Integer.class)
        .optional();
  }

  void add(Barrier barrier, int run) {
    Barrier.End end = barrier.end();
    Instant endedAt = barrier.endedAt();
    jdbc.sql(
            """
            insert into cases.barrier (id, case_id, run, code, student_id, told_at, owner_group,
              due_at, level, ended, ended_at)
            values (:id, :case, :run, :code, :student, :told, :owner, :due, :level, :ended, :at)
            """)
        .param("id", barrier.id())
        .param("case", barrier.caseId().value())
        .param("run", run)
        .param("code", barrier.code().name())
        .param("student", value(barrier.student()), Types.OTHER)
        .param("told", barrier.toldAt().atOffset(ZoneOffset.UTC))
        .param("owner", barrier.owner().text())
        .param("due", barrier.due().atOffset(ZoneOffset.UTC))
        .param("level", barrier.level())
        .param("ended", end == null ? null : end.name(), Types.VARCHAR)
        .param("at", endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Barrier> find(UUID id) {
    return jdbc.sql("select * from cases.barrier where id = ?")
        .param(id)
        .query(BarrierRows::barrier)
        .optional();
  }

  Optional<Barrier> openOne(CaseId id, BarrierCode code, @Nullable StudentId student) {
    return jdbc.sql(
            """
            select * from cases.barrier where case_id = :case and code = :code
              and student_id is not distinct from cast(:student as uuid) and ended is null
            """)
        .param("case", id.value())
        .param("code", code.name())
        .param("student", value(student), Types.OTHER)
        .query(BarrierRows::barrier)
        .optional();
  }

  List<Barrier> of(CaseId id) {
    return jdbc.sql("select * from cases.barrier where case_id = ? order by told_at desc, id")
        .param(id.value())
        .query(BarrierRows::barrier)
        .list();
  }

  List<Barrier> open(CaseId id) {
    return jdbc.sql(
            """
            select * from cases.barrier where case_id = ? and ended is null
            order by due_at, told_at, id
            """)
        .param(id.value())
        .query(BarrierRows::barrier)
        .list();
  }

  List<Barrier> allOpen() {
    return jdbc.sql("select * from cases.barrier where ended is null order by due_at, id")
        .query(BarrierRows::barrier)
        .list();
  }

  /** That came from this case into another, where they are open still. */
  List<Barrier> goneFrom(CaseId id) {
    return jdbc.sql("select * from cases.barrier where came_from = ? and ended is null")
        .param(id.value())
        .query(BarrierRows::barrier)
        .list();
  }

  /** False where it stands so already, or has ended. */
  boolean own(UUID id, OwnerGroup owner, Instant due, int level) {
    return jdbc.sql(
                """
                update cases.barrier set owner_group = :owner, due_at = :due, level = :level
                where id = :id and ended is null
                  and (owner_group, due_at, level) is distinct from
                    (:owner, cast(:due as timestamptz), :level)
                """)
            .param("id", id)
            .param("owner", owner.text())
            .param("due", due.atOffset(ZoneOffset.UTC))
            .param("level", level)
            .update()
        == 1;
  }

  /** False where it has ended already. */
  boolean end(UUID id, Barrier.End end, Instant at) {
    return jdbc.sql(
                "update cases.barrier set ended = ?, ended_at = ? where id = ? and ended is null")
            .params(end.name(), at.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /**
   * @param from null: it is back where it was told
   */
  void moveTo(UUID id, CaseId to, OwnerGroup owner, @Nullable CaseId from) {
    jdbc.sql(
            """
            update cases.barrier set case_id = :case, owner_group = :owner, came_from = :from
            where id = :id
            """)
        .param("id", id)
        .param("case", to.value())
        .param("owner", owner.text())
        .param("from", from == null ? null : from.value(), Types.OTHER)
        .update();
  }

  private static @Nullable UUID value(@Nullable StudentId student) {
    return student == null ? null : student.value();
  }

  static Barrier barrier(ResultSet row, int number) throws SQLException {
    UUID student = row.getObject("student_id", UUID.class);
    String ended = row.getString("ended");
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new Barrier(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        BarrierCode.valueOf(row.getString("code")),
        student == null ? null : new StudentId(student),
        row.getObject("told_at", OffsetDateTime.class).toInstant(),
        new OwnerGroup(row.getString("owner_group")),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getInt("level"),
        ended == null ? null : Barrier.End.valueOf(ended),
        endedAt == null ? null : endedAt.toInstant());
  }
}
