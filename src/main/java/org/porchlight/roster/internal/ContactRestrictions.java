package org.porchlight.roster.internal;

import java.util.List;
import java.util.UUID;
import org.porchlight.roster.FamilyDecisions.Restriction;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the roster says that restricts a contact, and what a person made of it. */
@Repository
class ContactRestrictions {

  private final JdbcClient jdbc;

  ContactRestrictions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Restriction> of(FamilyId family) {
    return jdbc.sql(
            """
            select l.contact_id, l.student_id, l.restrictions,
              l.restrictions is not distinct from l.restrictions_kept as read
            from roster.contact_link l
            join roster.family_student f on f.student_id = l.student_id
            where f.family_id = ? and l.restrictions is not null and l.restrictions is distinct from l.restrictions_cleared
            order by l.contact_id, l.student_id
            """)
        .param(family.value())
        .query(
            (row, n) ->
                new Restriction(
                    new GuardianId(row.getObject(1, UUID.class)),
                    new StudentId(row.getObject(2, UUID.class)),
                    row.getString(3),
                    row.getBoolean(4)))
        .list();
  }

  /** Does nothing where the roster says something else meanwhile. */
  boolean lift(GuardianId contact, StudentId student, String textRead) {
    return set("restrictions_cleared", contact, student, textRead);
  }

  boolean keep(GuardianId contact, StudentId student, String textRead) {
    return set("restrictions_kept", contact, student, textRead);
  }

  /** The column's name is a constant of this class. */
  private boolean set(String column, GuardianId contact, StudentId student, String text) {
    return jdbc.sql(
                "update roster.contact_link set "
                    + column
                    + " = :text where contact_id = :contact and student_id = :student and"
                    + " restrictions = :text")
            .param("text", text)
            .param("contact", contact.value())
            .param("student", student.value())
            .update()
        > 0;
  }
}
