package org.porchlight.roster.internal;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.roster.FamilyDecisions.Decided;
import org.porchlight.roster.FamilyDecisions.Proposal;
import org.porchlight.roster.FamilyDecisions.Reason;
import org.porchlight.roster.FamilyDecisions.What;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What waits for a decision and what was decided, inside a person's scope. */
@Repository
class FamilyDecisionLog {

  private static final int MOST = 200;
  private static final int MOST_DECIDED = 50;

  /** Every family of the students has a student whom the person looks after. */
  private static final String IN_SCOPE =
      """
      (:wide or not exists (
        select from roster.family_student f where f.student_id = any(x.students) and not exists (
          select from roster.family_student o join roster.student s on s.id = o.student_id
          where o.family_id = f.family_id and s.school_id = any(:schools))))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  FamilyDecisionLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(
      DistrictId district,
      What what,
      Collection<UUID> students,
      @Nullable GuardianId contact,
      String why,
      Actor by) {
    jdbc.sql(
            """
            insert into roster.family_decision_log (district_id, what, students, contact_id, why, decided_by, decided_at)
            values (:district, :what, :students, :contact, :why, :by, :now)
            """)
        .param("district", district.value())
        .param("what", what.name())
        .param("students", students.toArray(UUID[]::new))
        .param("contact", contact == null ? null : contact.value(), Types.OTHER)
        .param("why", why)
        .param("by", by.id().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Proposal> proposals(Actor by) {
    return scoped(
            "select * from roster.family_proposal x where state = 'OPEN' and (:all or district_id = :district)"
                + " and "
                + IN_SCOPE
                + " order by created_at, id limit "
                + MOST,
            by)
        .query(
            (row, n) ->
                new Proposal(
                    row.getObject("id", UUID.class),
                    Reason.valueOf(row.getString("reason")),
                    students(row.getArray("students"))))
        .list();
  }

  List<FamilyId> restricted(Actor by) {
    return scoped(
            """
            select distinct f.family_id from roster.contact_link l
            join roster.contact c on c.id = l.contact_id and c.removed_at is null
            join roster.student t on t.id = l.student_id and t.removed_at is null
            join roster.family_student f on f.student_id = l.student_id
            where (:all or l.district_id = :district) and l.restrictions is not null
              and l.restrictions is distinct from l.restrictions_cleared
              and l.restrictions is distinct from l.restrictions_kept
              and (:wide or exists (
                select from roster.family_student o join roster.student s on s.id = o.student_id
                where o.family_id = f.family_id and s.school_id = any(:schools)))
            order by f.family_id limit
            """
                + MOST,
            by)
        .query((row, n) -> new FamilyId(row.getObject(1, UUID.class)))
        .list();
  }

  List<Decided> decided(Actor by) {
    return scoped(
            "select * from roster.family_decision_log x where (:all or district_id = :district) and "
                + IN_SCOPE
                + " order by decided_at desc, id desc limit "
                + MOST_DECIDED,
            by)
        .query(
            (row, n) -> {
              UUID contact = row.getObject("contact_id", UUID.class);
              return new Decided(
                  What.valueOf(row.getString("what")),
                  students(row.getArray("students")),
                  contact == null ? null : new GuardianId(contact),
                  row.getString("why"),
                  new UserId(row.getObject("decided_by", UUID.class)),
                  row.getObject("decided_at", OffsetDateTime.class).toInstant());
            })
        .list();
  }

  /** Only an administrator of the installation has no district. */
  private StatementSpec scoped(String sql, Actor by) {
    DistrictId district = by.district();
    boolean administrator = by.has(Role.ADMINISTRATOR);
    return jdbc.sql(sql)
        .param("all", administrator && district == null)
        .param("district", district == null ? null : district.value(), Types.OTHER)
        .param("wide", administrator || by.districtWide())
        .param("schools", by.schools().stream().map(SchoolId::value).toArray(UUID[]::new));
  }

  private static List<StudentId> students(java.sql.Array ids) throws java.sql.SQLException {
    return Arrays.stream((UUID[]) ids.getArray()).map(StudentId::new).toList();
  }
}
