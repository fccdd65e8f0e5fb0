package org.porchlight.roster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.StudentProfiles.Next;
import org.porchlight.roster.StudentStandings;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStudentStandings implements StudentStandings {

  private final JdbcClient jdbc;

  JdbcStudentStandings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<StudentId, Standing> of(Collection<StudentId> students, LocalDate today) {
    Map<StudentId, Standing> found = new HashMap<>();
    if (students.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select s.id, f.family_id, s.school_id,
              s.removed_at is null and (
                not exists (select from roster.enrollment e where e.student_id = s.id)
                or exists (select from roster.enrollment e where e.student_id = s.id
                  and (e.exited is null or e.exited >= :today))) as here,
              n.school_id as next_school, n.entered as next_entered, n.grade as next_grade
            from roster.student s
            join roster.family_student f on f.student_id = s.id
            left join lateral (
              select e.school_id, e.entered, e.grade from roster.enrollment e
              where e.student_id = s.id and e.entered > :today
              order by e.main desc, e.entered limit 1) n on true
            where s.id in (:students)
            """)
        .param("today", today)
        .param("students", students.stream().map(StudentId::value).toList())
        .query(
            row -> {
              Standing one = standing(row);
              found.put(one.student(), one);
            });
    return found;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    SchoolId nextSchool = school(row.getObject("next_school", UUID.class));
    LocalDate enters = row.getObject("next_entered", LocalDate.class);
    return new Standing(
        new StudentId(row.getObject("id", UUID.class)),
        new FamilyId(row.getObject("family_id", UUID.class)),
        school(row.getObject("school_id", UUID.class)),
        row.getBoolean("here"),
        nextSchool == null || enters == null
            ? null
            : new Next(nextSchool, enters, row.getString("next_grade")));
  }

  private static @Nullable SchoolId school(@Nullable UUID id) {
    return id == null ? null : new SchoolId(id);
  }
}
