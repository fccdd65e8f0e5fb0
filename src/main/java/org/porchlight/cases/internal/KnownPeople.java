package org.porchlight.cases.internal;

import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each case last knew of its family: students, their schools, whom it may contact. */
@Component
class KnownPeople {

  private final JdbcClient jdbc;

  KnownPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param here whether the student went to a school of the district
   */
  record Known(@Nullable SchoolId school, boolean here) {}

  Map<StudentId, Known> students(CaseId id) {
    Map<StudentId, Known> known = new HashMap<>();
    jdbc.sql("select student_id, school_id, here from cases.case_student where case_id = ?")
        .param(id.value())
        .query(
            row -> {
              UUID school = row.getObject("school_id", UUID.class);
              known.put(
                  new StudentId(row.getObject("student_id", UUID.class)),
                  new Known(school == null ? null : new SchoolId(school), row.getBoolean("here")));
            });
    return known;
  }

  Set<GuardianId> contacts(CaseId id) {
    return new HashSet<>(
        jdbc.sql("select guardian_id from cases.case_contact where case_id = ?")
            .param(id.value())
            .query((row, number) -> new GuardianId(row.getObject(1, UUID.class)))
            .list());
  }

  void keep(CaseId id, Map<StudentId, Known> students, Set<GuardianId> contacts) {
    jdbc.sql("delete from cases.case_student where case_id = ?").param(id.value()).update();
    jdbc.sql("delete from cases.case_contact where case_id = ?").param(id.value()).update();
    students.forEach(
        (student, known) -> {
          SchoolId school = known.school();
          jdbc.sql("insert into cases.case_student values (:case, :student, :school, :here)")
              .param("case", id.value())
              .param("student", student.value())
              .param("school", school == null ? null : school.value(), Types.OTHER)
              .param("here", known.here())
              .update();
        });
    for (GuardianId contact : contacts) {
      jdbc.sql("insert into cases.case_contact values (?, ?)")
          .params(id.value(), contact.value())
          .update();
    }
  }
}
