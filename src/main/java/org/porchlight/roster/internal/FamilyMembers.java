package org.porchlight.roster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Family.Guardian;
import org.porchlight.roster.Family.Phone;
import org.porchlight.roster.Family.Student;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Reads the people of one family. */
@Repository
class FamilyMembers {

  private final JdbcClient jdbc;

  FamilyMembers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the roster; where all have left, all, so that the history keeps its people. */
  List<Student> students(FamilyId family) {
    return jdbc.sql(
            """
            select s.id, s.first_name, s.last_name, s.grade, s.school_id
            from roster.family_student f join roster.student s on s.id = f.student_id
            where f.family_id = :family
              and (s.removed_at is null or not exists (
                select from roster.family_student o join roster.student t on t.id = o.student_id
                where o.family_id = :family and t.removed_at is null))
            order by s.birth_date nulls last, s.first_name, s.id
            """)
        .param("family", family.value())
        .query(
            (row, n) -> {
              UUID school = row.getObject("school_id", UUID.class);
              return new Student(
                  new StudentId(row.getObject("id", UUID.class)),
                  row.getString("first_name"),
                  row.getString("last_name"),
                  row.getString("grade"),
                  school == null ? null : new SchoolId(school));
            })
        .list();
  }

  Set<StudentId> bornUntil(FamilyId family, LocalDate day) {
    return Set.copyOf(
        jdbc.sql(
                """
                select s.id from roster.family_student f
                join roster.student s on s.id = f.student_id
                where f.family_id = :family and s.birth_date <= :day
                """)
            .param("family", family.value())
            .param("day", day)
            .query((row, n) -> new StudentId(row.getObject("id", UUID.class)))
            .list());
  }

  /**
   * Restricted for one student is restricted for the family. A contact's own language goes before
   * the home language of the students.
   */
  List<Guardian> guardians(FamilyId family) {
    Map<UUID, List<Phone>> phones = phones(family);
    return jdbc.sql(
            """
            select c.id, c.first_name, c.last_name, c.address, min(l.relation) as relation,
              not bool_or(l.restrictions is not null and l.restrictions is distinct from l.restrictions_cleared)
                and not (bool_or(l.emergency) and not bool_or(l.lives_with or l.legal_guardian)) as may_be_contacted,
              row_number() over (order by bool_or(l.main) desc, min(l.priority) nulls last,
                bool_or(l.lives_with) desc, bool_or(l.legal_guardian) desc, c.source_id) as position,
              coalesce(c.written_language_decided, c.written_language, min(s.home_language)) as written,
              coalesce(c.spoken_language_decided, c.spoken_language, min(s.home_language)) as spoken
            from roster.family_student f
            join roster.student s on s.id = f.student_id
            join roster.contact_link l on l.student_id = f.student_id
            join roster.contact c on c.id = l.contact_id
            where f.family_id = :family and c.removed_at is null
            group by c.id
            order by position
            """)
        .param("family", family.value())
        .query((row, n) -> guardian(row, phones))
        .list();
  }

  /** The same rule for whole batches of texts; a family that is not known is not among them. */
  Map<FamilyId, Set<GuardianId>> contacts(Collection<FamilyId> families) {
    Map<FamilyId, Set<GuardianId>> contacts = new HashMap<>();
    jdbc.sql(
            """
            select f.id as family, c.id as guardian
            from roster.family f left join lateral (
              select c.id from roster.family_student s
              join roster.contact_link l on l.student_id = s.student_id
              join roster.contact c on c.id = l.contact_id
              where s.family_id = f.id and c.removed_at is null
              group by c.id
              having not bool_or(l.restrictions is not null and l.restrictions is distinct from l.restrictions_cleared)
                and not (bool_or(l.emergency) and not bool_or(l.lives_with or l.legal_guardian))) c on true
            where f.id = any(:families)
            """)
        .param(
            "families", new SqlArrayValue("uuid", families.stream().map(FamilyId::value).toArray()))
        .query(
            row -> {
              Set<GuardianId> of =
                  contacts.computeIfAbsent(
                      new FamilyId(row.getObject("family", UUID.class)), each -> new HashSet<>());
              UUID guardian = row.getObject("guardian", UUID.class);
              if (guardian != null) {
                of.add(new GuardianId(guardian));
              }
            });
    return contacts;
  }

  /** The same rules once more. */
  Map<FamilyId, Set<String>> spokenLanguages(Collection<FamilyId> families) {
    Map<FamilyId, Set<String>> spoken = new HashMap<>();
    jdbc.sql(
            """
            select f.family_id as family,
              coalesce(c.spoken_language_decided, c.spoken_language, min(s.home_language)) as spoken
            from roster.family_student f
            join roster.student s on s.id = f.student_id
            join roster.contact_link l on l.student_id = f.student_id
            join roster.contact c on c.id = l.contact_id
            where f.family_id = any(:families) and c.removed_at is null
            group by f.family_id, c.id
            having not bool_or(l.restrictions is not null and l.restrictions is distinct from l.restrictions_cleared)
              and not (bool_or(l.emergency) and not bool_or(l.lives_with or l.legal_guardian))
              and coalesce(c.spoken_language_decided, c.spoken_language, min(s.home_language)) is not null
            """)
        .param(
            "families", new SqlArrayValue("uuid", families.stream().map(FamilyId::value).toArray()))
        .query(
            row -> {
              spoken
                  .computeIfAbsent(
                      new FamilyId(row.getObject("family", UUID.class)), each -> new HashSet<>())
                  .add(row.getString("spoken"));
            });
    return spoken;
  }

  private static Guardian guardian(ResultSet row, Map<UUID, List<Phone>> phones)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Guardian(
        new GuardianId(id),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("relation"),
        row.getBoolean("may_be_contacted"),
        row.getInt("position"),
        row.getString("written"),
        row.getString("spoken"),
        row.getString("address"),
        phones.getOrDefault(id, List.of()));
  }

  private Map<UUID, List<Phone>> phones(FamilyId family) {
    Map<UUID, List<Phone>> phones = new HashMap<>();
    jdbc.sql(
            """
            select p.* from roster.phone p
            where p.contact_id in (
              select l.contact_id from roster.contact_link l
              join roster.family_student f on f.student_id = l.student_id where f.family_id = ?)
            order by p.contact_id, p.type <> 'Mobile', p.position
            """)
        .param(family.value())
        .query(
            row -> {
              phones
                  .computeIfAbsent(
                      row.getObject("contact_id", UUID.class), c -> new java.util.ArrayList<>())
                  .add(
                      new Phone(
                          row.getString("as_given"),
                          number(row.getString("e164")),
                          row.getString("type"),
                          row.getBoolean("textable")));
            });
    return phones;
  }

  private static @Nullable PhoneNumber number(@Nullable String e164) {
    return e164 == null ? null : new PhoneNumber(e164);
  }
}
