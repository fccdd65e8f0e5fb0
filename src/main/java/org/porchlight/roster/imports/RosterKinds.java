package org.porchlight.roster.imports;

import java.time.Clock;
import java.util.List;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportKind.Coverage;
import org.porchlight.roster.Records;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How each kind of the roster is stored. A person who leaves is marked, not deleted: cases and
 * history refer to them.
 */
@Configuration(proxyBeanMethods = false)
class RosterKinds {

  private static final String ROWS =
      """
       from roster.import_row r cross join jsonb_to_record(r.payload) as p(%s)
       %s
       where r.import_id = :id and r.kind = '%s' and r.change in ('C', 'U')
      """;
  private static final String STUDENT_JOIN =
      "join roster.student s on s.district_id = :district and s.source_id = p.student ";
  private static final String SCHOOL_JOIN =
      "join roster.school sc on sc.district_id = :district and sc.source_id = p.school ";

  private final JdbcClient jdbc;
  private final Clock clock;

  RosterKinds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Bean
  ImportKind schools() {
    return kind(
        Records.SCHOOL,
        10,
        Coverage.NOTHING,
        List.of(
            """
        insert into roster.school (district_id, source_id, name)
        select :district, p.id, coalesce(p.name, 'School ' || p.id)
        """
                + rows("id text, name text", "", Records.SCHOOL)
                + " on conflict (district_id, source_id) do update set name = excluded.name"),
        List.of());
  }

  @Bean
  ImportKind students() {
    return kind(
        Records.STUDENT,
        20,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.student (district_id, source_id, first_name, last_name, birth_date)
        select :district, p.id, p."firstName", p."lastName", p."birthDate"
        """
                + rows(
                    "id text, \"firstName\" text, \"lastName\" text, \"birthDate\" date",
                    "",
                    Records.STUDENT)
                + """
             on conflict (district_id, source_id) do update set first_name = excluded.first_name,
              last_name = excluded.last_name, birth_date = excluded.birth_date, removed_at = null
            """),
        List.of(marked("student", Records.STUDENT)));
  }

  @Bean
  ImportKind terms() {
    return kind(
        Records.TERM,
        30,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.term (district_id, source_key, school_id, name, begins, ends, instructional_days)
        select :district, r.key, sc.id, p.name, p.begins, p.ends, p."instructionalDays"
        """
                + rows(
                    "school text, name text, begins date, ends date, \"instructionalDays\" int",
                    SCHOOL_JOIN,
                    Records.TERM)
                + """
             on conflict (district_id, source_key) do update set begins = excluded.begins, ends = excluded.ends,
              instructional_days = excluded.instructional_days
            """),
        List.of(deleted("term", Records.TERM)));
  }

  @Bean
  ImportKind calendarDays() {
    return kind(
        Records.CALENDAR_DAY,
        40,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.calendar_day (district_id, source_key, school_id, calendar, day, instructional, event, minutes)
        select :district, r.key, sc.id, p.calendar, p.day, p.instructional, p.event, p.minutes
        """
                + rows(
                    "school text, calendar text, day date, instructional boolean, event text, minutes int",
                    SCHOOL_JOIN,
                    Records.CALENDAR_DAY)
                + """
             on conflict (district_id, source_key) do update set instructional = excluded.instructional,
              event = excluded.event, minutes = excluded.minutes
            """),
        List.of(deleted("calendar_day", Records.CALENDAR_DAY)));
  }

  @Bean
  ImportKind enrollments() {
    return kind(
        Records.ENROLLMENT,
        50,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.enrollment (district_id, source_key, student_id, school_id, entered, exited, grade, main)
        select :district, r.key, s.id, sc.id, p.entered, p.exited, p.grade, p.main
        """
                + rows(
                    "student text, school text, entered date, exited date, grade text, main boolean",
                    STUDENT_JOIN + SCHOOL_JOIN,
                    Records.ENROLLMENT)
                + """
             on conflict (district_id, source_key) do update set exited = excluded.exited, grade = excluded.grade,
              main = excluded.main
            """),
        List.of(deleted("enrollment", Records.ENROLLMENT)));
  }

  @Bean
  ImportKind contacts() {
    String phones =
        "jsonb_to_recordset(r.payload -> 'phones') as t(\"asGiven\" text, e164 text, type text, textable boolean, position int)";
    return kind(
        Records.CONTACT,
        60,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.contact (district_id, source_id, first_name, last_name, address, email, written_language, spoken_language)
        select :district, p.id, p."firstName", p."lastName", p.address, p.email, p."writtenLanguage", p."spokenLanguage"
        """
                + rows(
                    "id text, \"firstName\" text, \"lastName\" text, address text, email text, \"writtenLanguage\" text,"
                        + " \"spokenLanguage\" text",
                    "",
                    Records.CONTACT)
                + """
             on conflict (district_id, source_id) do update set first_name = excluded.first_name,
              last_name = excluded.last_name, address = excluded.address, email = excluded.email,
              written_language = excluded.written_language, spoken_language = excluded.spoken_language, removed_at = null
            """,
            """
        delete from roster.phone where contact_id in (select c.id from roster.contact c
          join roster.import_row r on r.import_id = :id and r.kind = 'contacts' and r.change in ('C', 'U') and r.key = c.source_id
          where c.district_id = :district)
        """,
            """
        insert into roster.phone (contact_id, position, as_given, e164, type, textable)
        select c.id, row_number() over (partition by c.id order by t.position, t."asGiven"), t."asGiven", t.e164, t.type, t.textable
        from roster.import_row r
        join roster.contact c on c.district_id = :district and c.source_id = r.key
        cross join
        """
                + phones
                + " where r.import_id = :id and r.kind = 'contacts' and r.change in ('C', 'U')"),
        List.of(marked("contact", Records.CONTACT)));
  }

  @Bean
  ImportKind contactLinks() {
    return kind(
        Records.CONTACT_LINK,
        70,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.contact_link (district_id, source_key, student_id, contact_id, relation, lives_with, legal_guardian,
          emergency, main, priority, restrictions)
        select :district, r.key, s.id, c.id, p.relation, p."livesWith", p."legalGuardian", p.emergency, p.main, p.priority,
          p.restrictions
        """
                + rows(
                    "student text, contact text, relation text, \"livesWith\" boolean, \"legalGuardian\" boolean,"
                        + " emergency boolean, main boolean, priority int, restrictions text",
                    STUDENT_JOIN
                        + "join roster.contact c on c.district_id = :district and c.source_id = p.contact ",
                    Records.CONTACT_LINK)
                + """
             on conflict (district_id, source_key) do update set relation = excluded.relation,
              lives_with = excluded.lives_with, legal_guardian = excluded.legal_guardian, emergency = excluded.emergency,
              main = excluded.main, priority = excluded.priority, restrictions = excluded.restrictions
            """),
        List.of(deleted("contact_link", Records.CONTACT_LINK)));
  }

  @Bean
  ImportKind studentLanguages() {
    return kind(
        Records.STUDENT_LANGUAGE,
        80,
        Coverage.SCOPE,
        List.of(
            """
        update roster.student s set home_language = l.home
        from (select distinct on (payload ->> 'student') payload ->> 'student' as student, payload ->> 'home' as home
              from roster.import_row where import_id = :id and kind = 'studentLanguages' and change is not null
              order by payload ->> 'student', key) l
        where s.district_id = :district and s.source_id = l.student
        """),
        List.of(
            """
            update roster.student s set home_language = null from roster.import_removal x
            where x.import_id = :id and x.kind = 'studentLanguages' and s.district_id = :district
              and s.source_id = split_part(x.key, '|', 1)
              and not exists (select from roster.import_row r where r.import_id = :id and r.kind = 'studentLanguages'
                and r.change is not null and r.payload ->> 'student' = s.source_id)
            """));
  }

  @Bean
  ImportKind studentNeeds() {
    return kind(
        Records.STUDENT_NEED,
        90,
        Coverage.SCOPE,
        List.of(
            """
        insert into roster.student_need (district_id, source_key, student_id, need)
        select :district, r.key, s.id, p.need
        """
                + rows("student text, need text", STUDENT_JOIN, Records.STUDENT_NEED)
                + " on conflict (district_id, source_key) do nothing"),
        List.of(deleted("student_need", Records.STUDENT_NEED)));
  }

  private ImportKind kind(
      String name, int order, Coverage coverage, List<String> storing, List<String> removing) {
    return new SqlKind(name, order, coverage, jdbc, clock, storing, removing);
  }

  private static String rows(String fields, String joins, String kind) {
    return ROWS.formatted(fields, joins, kind);
  }

  private static String marked(String table, String kind) {
    return """
        update roster.%s t set removed_at = :now from roster.import_removal x
        where x.import_id = :id and x.kind = '%s' and t.district_id = :district and t.source_id = x.key
        """
        .formatted(table, kind);
  }

  private static String deleted(String table, String kind) {
    return """
        delete from roster.%s t using roster.import_removal x
        where x.import_id = :id and x.kind = '%s' and t.district_id = :district and t.source_key = x.key
        """
        .formatted(table, kind);
  }
}
