package org.porchlight.roster.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.porchlight.access.FileGate;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFamilies implements Families {

  private final JdbcClient jdbc;
  private final FamilyMembers members;
  private final ObjectProvider<FileGate> gate;

  JdbcFamilies(JdbcClient jdbc, FamilyMembers members, ObjectProvider<FileGate> gate) {
    this.jdbc = jdbc;
    this.members = members;
    this.gate = gate;
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
  public Optional<FamilyId> ofStudent(StudentId student) {
    return jdbc.sql("select family_id from roster.family_student where student_id = ?")
        .param(student.value())
        .query(UUID.class)
        .optional()
        .map(FamilyId::new);
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
    return new FamilyFile(id, district, Set.copyOf(schools));
  }

  @Override
  public OpenedFamily open(FamilyId id, FileGate.Channel channel) {
    FileGate.Opened opened = gate.getObject().open(file(id), channel);
    return new OpenedFamily(find(id).orElseThrow(() -> NoSuchFamily.withId(id)), opened);
  }
}
