package org.porchlight.roster.internal;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.porchlight.roster.SchoolsSeen;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which school a student belongs to: the newest open enrolment, the primary one first; one that is
 * still to begin only where there is none before it; else where attendance was last reported.
 */
@Component
public class SchoolPlacement implements SchoolsSeen {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  SchoolPlacement(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  @Override
  public void record(Stream<Seen> seen) {
    batch.batchUpdate(
        """
        insert into roster.school_seen (student_id, school_id, last_day) values (?, ?, ?)
        on conflict (student_id) do update set school_id = excluded.school_id, last_day = excluded.last_day
        """,
        seen.map(s -> new Object[] {s.student().value(), s.school().value(), s.day()}).toList());
  }

  public void place(DistrictId district, LocalDate today) {
    jdbc.sql(
            """
            update roster.student s set school_id = p.school_id, grade = coalesce(p.grade, s.grade)
            from (
              select distinct on (t.id) t.id, coalesce(e.school_id, v.school_id) as school_id, e.grade
              from roster.student t
              left join roster.enrollment e on e.student_id = t.id
              left join roster.school_seen v on v.student_id = t.id
              where t.district_id = :district
              order by t.id, (e.entered <= :today and (e.exited is null or e.exited >= :today)) desc nulls last,
                (e.entered <= :today) desc nulls last, e.main desc nulls last,
                e.entered desc nulls last, e.school_id) p
            where s.id = p.id and (s.school_id is distinct from p.school_id or s.grade is distinct from coalesce(p.grade, s.grade))
            """)
        .param("district", district.value())
        .param("today", today)
        .update();
  }
}
