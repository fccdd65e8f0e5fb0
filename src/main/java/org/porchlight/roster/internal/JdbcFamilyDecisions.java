package org.porchlight.roster.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.roster.Families;
import org.porchlight.roster.FamilyDecisions;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JdbcFamilyDecisions implements FamilyDecisions {

  private final JdbcClient jdbc;
  private final Families families;
  private final FamilyFormation formation;
  private final ContactRestrictions restrictions;
  private final FamilyDecisionLog log;
  private final Clock clock;

  JdbcFamilyDecisions(
      JdbcClient jdbc,
      Families families,
      FamilyFormation formation,
      ContactRestrictions restrictions,
      FamilyDecisionLog log,
      Clock clock) {
    this.jdbc = jdbc;
    this.families = families;
    this.formation = formation;
    this.restrictions = restrictions;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public List<Proposal> proposals(DistrictId district) {
    return jdbc.sql(
            "select * from roster.family_proposal where district_id = ? and state = 'OPEN' order by created_at, id")
        .param(district.value())
        .query(
            (row, n) ->
                new Proposal(
                    row.getObject("id", UUID.class),
                    Reason.valueOf(row.getString("reason")),
                    Arrays.stream((UUID[]) row.getArray("students").getArray())
                        .map(StudentId::new)
                        .toList()))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Waiting waiting(Actor by) {
    return new Waiting(log.proposals(by), log.restricted(by));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Decided> decided(Actor by) {
    return log.decided(by);
  }

  @Override
  public void confirm(UUID proposal, String why, Actor by) {
    List<UUID> students = decide(proposal, "CONFIRMED", by);
    students.forEach(student -> decide(students.getFirst(), student, true, by));
    DistrictId district = districtOf(students.getFirst());
    log.add(district, What.CONFIRMED, students, null, why, by);
    formation.form(district);
  }

  @Override
  public void refuse(UUID proposal, String why, Actor by) {
    List<UUID> students = decide(proposal, "REFUSED", by);
    log.add(districtOf(students.getFirst()), What.KEPT_APART, students, null, why, by);
  }

  private List<UUID> decide(UUID proposal, String state, Actor by) {
    DistrictId district =
        jdbc.sql("select district_id from roster.family_proposal where id = ?")
            .param(proposal)
            .query(UUID.class)
            .optional()
            .map(DistrictId::new)
            .orElseThrow(() -> new IllegalStateException("There is no such proposal any more"));
    within(by, district);
    List<UUID> students =
        jdbc.sql(
                """
                with decided as (
                  update roster.family_proposal set state = ?, decided_by = ?, decided_at = ?
                  where id = ? and state = 'OPEN' returning students)
                select unnest(students) from decided
                """)
            .params(state, by.id().value(), now(), proposal)
            .query((row, n) -> UUID.fromString(row.getString(1)))
            .list();
    if (students.isEmpty()) {
      throw new IllegalStateException("This proposal has been decided already");
    }
    return students;
  }

  @Override
  public FamilyId part(FamilyId family, Set<StudentId> students, String why, Actor by) {
    within(by, families.file(family).district());
    List<UUID> members =
        jdbc.sql("select student_id from roster.family_student where family_id = ?")
            .param(family.value())
            .query((row, n) -> UUID.fromString(row.getString(1)))
            .list();
    List<UUID> parted = new ArrayList<>(students.stream().map(StudentId::value).toList());
    if (parted.isEmpty() || parted.size() >= members.size() || !members.containsAll(parted)) {
      throw new IllegalArgumentException("Choose some of the family's students, not all");
    }
    for (UUID leaving : parted) {
      members.stream().filter(m -> !parted.contains(m)).forEach(m -> decide(leaving, m, false, by));
    }
    var district = families.file(family).district();
    // Those who stay keep the family's id, and so its case, even where they are the fewer.
    jdbc.sql("delete from roster.family_student where student_id in (:parted)")
        .param("parted", parted)
        .update();
    log.add(district, What.PARTED, parted, null, why, by);
    formation.form(district);
    return families.ofStudent(new StudentId(parted.getFirst())).orElseThrow();
  }

  private void decide(UUID one, UUID other, boolean together, Actor by) {
    if (one.equals(other)) {
      return;
    }
    jdbc.sql(
            """
            insert into roster.family_decision (student_a, student_b, together, decided_by, decided_at)
            values (least(:one, :other), greatest(:one, :other), :together, :by, :now)
            on conflict (student_a, student_b) do update set together = excluded.together, decided_by = excluded.decided_by,
              decided_at = excluded.decided_at
            """)
        .param("one", one)
        .param("other", other)
        .param("together", together)
        .param("by", by.id().value())
        .param("now", now())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Restriction> restrictions(FamilyId family) {
    return restrictions.of(family);
  }

  @Override
  public void clearRestriction(
      GuardianId contact, StudentId student, String textRead, String why, Actor by) {
    DistrictId district = districtOf(student.value());
    within(by, district);
    if (restrictions.lift(contact, student, textRead)) {
      log.add(district, What.RESTRICTION_LIFTED, List.of(student.value()), contact, why, by);
      formation.form(district);
    }
  }

  @Override
  public void keepRestriction(
      GuardianId contact, StudentId student, String textRead, String why, Actor by) {
    DistrictId district = districtOf(student.value());
    within(by, district);
    if (restrictions.keep(contact, student, textRead)) {
      log.add(district, What.RESTRICTION_KEPT, List.of(student.value()), contact, why, by);
    }
  }

  @Override
  public void setLanguages(
      GuardianId contact, @Nullable String written, @Nullable String spoken, Actor by) {
    within(
        by,
        new DistrictId(
            jdbc.sql("select district_id from roster.contact where id = ?")
                .param(contact.value())
                .query(UUID.class)
                .single()));
    jdbc.sql(
            """
            update roster.contact set written_language_decided = ?, spoken_language_decided = ?, language_decided_by = ?,
              language_decided_at = ? where id = ?
            """)
        .params(java.util.Arrays.asList(written, spoken, by.id().value(), now(), contact.value()))
        .update();
  }

  private DistrictId districtOf(UUID student) {
    return new DistrictId(
        jdbc.sql("select district_id from roster.student where id = ?")
            .param(student)
            .query(UUID.class)
            .single());
  }

  private static void within(Actor by, DistrictId district) {
    if (by.district() != null && !by.district().equals(district)) {
      throw new AccessDeniedException("This family belongs to another district");
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
