package org.porchlight.roster.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.porchlight.access.FileGate;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFamilies implements Families {

  /** So long before the first day, the receiving school may open the file. */
  private static final int COMING_DAYS = 60;

  private static final int OF_AGE = 18;

  private final JdbcClient jdbc;
  private final FamilyMembers members;
  private final ObjectProvider<FileGate> gate;
  private final Clock clock;

  JdbcFamilies(JdbcClient jdbc, FamilyMembers members, ObjectProvider<FileGate> gate, Clock clock) {
    this.jdbc = jdbc;
    this.members = members;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Optional<Family> find(FamilyId id) {
    return jdbc.sql("select district_id from roster.family where id = ?")
        .param(id.value())
        .query(UUID.class)
        .optional()
        .map(
            district ->
                new Family(
                    id, new DistrictId(district), members.students(id), members.guardians(id)));
  }

  @Override
  public Map<FamilyId, Set<GuardianId>> contacts(Collection<FamilyId> families) {
    return members.contacts(families);
  }

  @Override
  public Map<FamilyId, Set<String>> spokenLanguages(Collection<FamilyId> families) {
    return members.spokenLanguages(families);
  }

  @Override
  public Set<StudentId> ofAge(FamilyId family, LocalDate on) {
    return members.bornUntil(family, on.minusYears(OF_AGE));
  }

  @Override
  public Optional<FamilyId> ofStudent(StudentId student) {
    return jdbc.sql("select family_id from roster.family_student where student_id = ?")
        .param(student.value())
        .query(UUID.class)
        .optional()
        .map(FamilyId::new);
  }

  @Override
  public List<FamilyId> withPhone(PhoneNumber phone) {
    return jdbc.sql(
            """
            select distinct f.family_id from roster.phone p
            join roster.contact c on c.id = p.contact_id and c.removed_at is null
            join roster.contact_link l on l.contact_id = c.id
            join roster.family_student f on f.student_id = l.student_id
            where p.e164 = :phone
            """)
        .param("phone", phone.e164())
        .query((row, number) -> new FamilyId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  public FamilyFile file(FamilyId id) {
    DistrictId district =
        jdbc.sql("select district_id from roster.family where id = ?")
            .param(id.value())
            .query(UUID.class)
            .optional()
            .map(DistrictId::new)
            .orElseThrow(() -> NoSuchFamily.withId(id));
    Set<SchoolId> schools = new HashSet<>();
    members
        .students(id)
        .forEach(
            student -> {
              SchoolId school = student.school();
              if (school != null) {
                schools.add(school);
              }
            });
    schools.addAll(comingSchools(id));
    return new FamilyFile(id, district, Set.copyOf(schools));
  }

  /** Whoever receives a student prepares for the first day. */
  private List<SchoolId> comingSchools(FamilyId id) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return jdbc.sql(
            """
            select e.school_id from roster.enrollment e
            join roster.family_student f on f.student_id = e.student_id
            join roster.student s on s.id = e.student_id and s.removed_at is null
            where f.family_id = :family and e.entered > :today and e.entered <= :soon
            """)
        .param("family", id.value())
        .param("today", today)
        .param("soon", today.plusDays(COMING_DAYS))
        .query((row, number) -> new SchoolId(row.getObject(1, UUID.class)))
        .list();
  }

  @Override
  public OpenedFamily open(FamilyId id, FileGate.Channel channel) {
    FileGate.Opened opened = gate.getObject().open(file(id), channel);
    return new OpenedFamily(find(id).orElseThrow(() -> NoSuchFamily.withId(id)), opened);
  }
}
