package org.porchlight.attendance.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.porchlight.attendance.AttendanceEvent;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportWarning;
import org.porchlight.roster.SchoolsSeen;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores attendance events. A file covers each school from its first to its last date: corrections
 * and deletions in it arrive.
 */
@Component
class AttendanceKind implements ImportKind {

  private final JdbcClient jdbc;
  private final SchoolsSeen schoolsSeen;

  AttendanceKind(JdbcClient jdbc, SchoolsSeen schoolsSeen) {
    this.jdbc = jdbc;
    this.schoolsSeen = schoolsSeen;
  }

  @Override
  public String name() {
    return AttendanceEvent.KIND;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public Coverage coverage() {
    return Coverage.DATES;
  }

  @Override
  public void store(UUID importId, DistrictId district) {
    jdbc.sql(
            """
            insert into attendance.event (district_id, source_key, student_id, school_id, day, status, minutes_present,
              minutes_missed, part_missed)
            select :district, r.key, s.id, sc.id, p.day, p.status, p."minutesPresent", p."minutesMissed", p."partMissed"
            from roster.import_row r
            cross join jsonb_to_record(r.payload) as p(student text, school text, day date, status text,
              "minutesPresent" int, "minutesMissed" int, "partMissed" numeric)
            join roster.student_keys s on s.district_id = :district and s.source_id = p.student
            join roster.school_keys sc on sc.district_id = :district and sc.source_id = p.school
            where r.import_id = :id and r.kind = 'attendanceEvents' and r.change in ('C', 'U')
            on conflict (district_id, source_key) do update set status = excluded.status,
              minutes_present = excluded.minutes_present, minutes_missed = excluded.minutes_missed,
              part_missed = excluded.part_missed
            """)
        .param("id", importId)
        .param("district", district.value())
        .update();
    tellSchools(importId, district);
  }

  private void tellSchools(UUID importId, DistrictId district) {
    boolean any =
        jdbc.sql(
                """
                select exists (select from roster.import_row
                  where import_id = ? and kind = 'attendanceEvents' and change in ('C', 'U'))
                """)
            .param(importId)
            .query(Boolean.class)
            .single();
    if (!any) {
      return;
    }
    try (Stream<SchoolsSeen.Seen> seen =
        jdbc
            .sql(
                """
                select distinct on (student_id) student_id, school_id, day from attendance.event
                where district_id = ? order by student_id, day desc, school_id
                """)
            .param(district.value())
            .query(
                (row, n) ->
                    new SchoolsSeen.Seen(
                        new StudentId(row.getObject(1, UUID.class)),
                        new SchoolId(row.getObject(2, UUID.class)),
                        row.getDate(3).toLocalDate()))
            .stream()) {
      schoolsSeen.record(seen.toList().stream());
    }
  }

  @Override
  public void remove(UUID importId, DistrictId district) {
    jdbc.sql(
            """
            delete from attendance.event e using roster.import_removal x
            where x.import_id = ? and x.kind = 'attendanceEvents' and e.district_id = ? and e.source_key = x.key
            """)
        .params(importId, district.value())
        .update();
  }

  @Override
  public List<ImportWarning> warnings(UUID importId, DistrictId district) {
    List<ImportWarning> warnings = new ArrayList<>();
    jdbc.sql(SqlText.of("preview-days.sql"))
        .param("id", importId)
        .param("district", district.value())
        .query(
            row -> {
              warnings.add(
                  new ImportWarning(
                      "imports.warning.daysFrom." + row.getString("source"),
                      List.of(
                          row.getString("schools"),
                          row.getString("term_days"),
                          row.getString("calendar_days"))));
            });
    long unplaced =
        jdbc.sql(SqlText.of("preview-unplaced.sql"))
            .param("id", importId)
            .param("district", district.value())
            .query(Long.class)
            .single();
    if (unplaced > 0) {
      warnings.add(
          new ImportWarning(
              "imports.warning.noEnrollmentNorEvent", List.of(Long.toString(unplaced))));
    }
    return warnings;
  }
}
