package org.porchlight.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.roster.Districts;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A district with one school, families with an open case, and tasks of these cases as the record
 * feed would have stored them.
 */
@Component
public class TaskFixture {

  private static final String FORM =
      """
      {"type": "default", "id": "test-form", "schemaVersion": 18, "components": [
        {"type": "radio", "id": "field_channel", "key": "channel", "label": "How shall we say hello?",
         "values": [{"label": "A text message", "value": "TEXT"},
                    {"label": "A phone call", "value": "CALL"}],
         "validate": {"required": true}},
        {"type": "textarea", "id": "field_note", "key": "note", "label": "What to know",
         "description": "Strengths first.", "validate": {"maxLength": 40}}]}
      """;

  private final JdbcClient jdbc;
  private final Districts districts;
  private final Clock clock;

  TaskFixture(JdbcClient jdbc, Districts districts, Clock clock) {
    this.jdbc = jdbc;
    this.districts = districts;
    this.clock = clock;
  }

  /** One school and its district. */
  public record Place(DistrictId district, SchoolId school) {}

  /** A family with an open case. */
  public record Opened(Place place, FamilyId family, CaseId caseId) {}

  public Place place() {
    DistrictId district =
        districts.add("Sample " + UUID.randomUUID(), java.time.ZoneId.of("America/New_York"), "CT");
    SchoolId school = SchoolId.random();
    jdbc.sql("insert into roster.school (id, district_id, source_id, name) values (?, ?, ?, ?)")
        .params(school.value(), district.value(), "s-1", "Harbor Elementary School")
        .update();
    return new Place(district, school);
  }

  public Opened family(Place place, String firstName, String lastName, @Nullable String language) {
    UUID family = UUID.randomUUID();
    UUID student = UUID.randomUUID();
    UUID contact = UUID.randomUUID();
    UUID caseId = UUID.randomUUID();
    UUID district = place.district().value();
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql("insert into roster.family (id, district_id, created_at) values (?, ?, ?)")
        .params(family, district, now)
        .update();
    jdbc.sql(
            "insert into roster.student (id, district_id, source_id, first_name, last_name,"
                + " school_id, grade) values (?, ?, ?, ?, ?, ?, '4')")
        .params(student, district, student.toString(), firstName, lastName, place.school().value())
        .update();
    jdbc.sql("insert into roster.family_student (student_id, family_id) values (?, ?)")
        .params(student, family)
        .update();
    jdbc.sql(
            "insert into roster.contact (id, district_id, source_id, first_name, last_name,"
                + " address, written_language, spoken_language) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(contact)
        .param(district)
        .param(contact.toString())
        .param("Samira")
        .param(lastName)
        .param("12 Invented Street")
        .param(language)
        .param(language)
        .update();
    jdbc.sql(
            "insert into roster.contact_link (district_id, source_key, student_id, contact_id,"
                + " relation, lives_with, legal_guardian, emergency, main)"
                + " values (?, ?, ?, ?, 'Mother', true, true, false, true)")
        .params(district, contact.toString(), student, contact)
        .update();
    jdbc.sql(
            "insert into roster.phone (contact_id, position, as_given, e164, type, textable)"
                + " values (?, 1, '860 555 0142', '+18605550142', 'Mobile', true)")
        .params(contact)
        .update();
    jdbc.sql(
            "insert into cases.family_case (id, family_id, district_id, school_id, proposal_id,"
                + " run, state, opened_at, version) values (?, ?, ?, ?, ?, 1, 'OPEN', ?, 0)")
        .params(caseId, family, district, place.school().value(), UUID.randomUUID(), now)
        .update();
    jdbc.sql(
            "insert into cases.timeline (case_id, entry_key, kind, at, facts)"
                + " values (?, 'opened', 'cases.opened', ?, '{}'::jsonb)")
        .params(caseId, now)
        .update();
    return new Opened(place, new FamilyId(family), new CaseId(caseId));
  }

  /** One more guardian, asked after the first. */
  public GuardianId guardian(
      Opened opened, String firstName, String relation, PhoneNumber phone, String language) {
    UUID contact = UUID.randomUUID();
    UUID district = opened.place().district().value();
    jdbc.sql(
            "insert into roster.contact (id, district_id, source_id, first_name, last_name,"
                + " written_language, spoken_language)"
                + " select ?, ?, ?, ?, s.last_name, ?, ? from roster.student s"
                + " join roster.family_student f on f.student_id = s.id where f.family_id = ?")
        .params(contact, district, contact.toString(), firstName, language, language)
        .param(opened.family().value())
        .update();
    jdbc.sql(
            "insert into roster.contact_link (district_id, source_key, student_id, contact_id,"
                + " relation, lives_with, legal_guardian, emergency, main)"
                + " select ?, ?, student_id, ?, ?, true, true, false, false"
                + " from roster.family_student where family_id = ?")
        .params(district, contact.toString(), contact, relation, opened.family().value())
        .update();
    jdbc.sql(
            "insert into roster.phone (contact_id, position, as_given, e164, type, textable)"
                + " values (?, 1, ?, ?, 'Mobile', true)")
        .params(contact, phone.written(), phone.e164())
        .update();
    return new GuardianId(contact);
  }

  /** A task of the school's coordinators. */
  public long task(Opened opened, String elementId, Duration dueIn) {
    return task(
        opened.caseId(), elementId, clock.instant().plus(dueIn), coordinators(opened.place()));
  }

  public static String coordinators(Place place) {
    return OwnerGroup.coordinators(place.school()).text();
  }

  public long task(CaseId subject, String elementId, Instant due, String group) {
    // Of the broker's one partition (its number stands from bit 51 up), beyond any key it has
    // given:
    // its answer is "not found". Of another partition it would be "not now", and asked for ever.
    long key = ThreadLocalRandom.current().nextLong((1L << 51) + (1L << 49), 1L << 52);
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            "insert into engine.form (form_key, form_id, version, json, deployed_at)"
                + " values (?, 'test-form', 1, ?, ?)")
        .params(key, FORM, now)
        .update();
    jdbc.sql(
            "insert into engine.process_instance (key, process_id, version, root_key, state,"
                + " started_at) values (?, 'family-case', 1, ?, 'ACTIVE', ?)")
        .params(key, key, now)
        .update();
    jdbc.sql(
            "insert into engine.process_root (root_key, subject, run, claimed_at)"
                + " values (?, ?, (select coalesce(max(run), 0) + 1 from engine.process_root"
                + " where subject = ?), ?)")
        .params(key, subject.value(), subject.value(), now)
        .update();
    jdbc.sql(
            "insert into engine.user_task (key, process_instance_key, element_id,"
                + " element_instance_key, form_key, groups, due, state, created_at)"
                + " values (?, ?, ?, ?, ?, array[?], ?, 'CREATED', ?)")
        .params(key, key, elementId, key, key, group, Timestamp.from(due), now)
        .update();
    return key;
  }

  /** What was written about a family's file. */
  public long auditRows(FamilyId family, String outcome) {
    return jdbc.sql("select count(*) from access.audit where family = ? and outcome = ?")
        .params(family.value(), outcome)
        .query(Long.class)
        .single();
  }

  /** What a submission of the task holds, as stored. */
  public Map<String, Object> saved(long task) {
    return jdbc.sql("select data, submitted_by from engine.submission where task_key = ?")
        .param(task)
        .query()
        .singleRow();
  }
}
