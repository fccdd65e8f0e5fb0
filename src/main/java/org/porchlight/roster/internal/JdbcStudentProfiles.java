package org.porchlight.roster.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.StudentProfiles;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStudentProfiles implements StudentProfiles {

  private final JdbcClient jdbc;

  JdbcStudentProfiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Profile> ofDistrict(DistrictId district, LocalDate today) {
    return jdbc.sql(
            """
            select s.id, f.family_id, s.school_id, s.grade, s.home_language,
              n.school_id as next_school, n.entered as next_entered, n.grade as next_grade,
              (select array_agg(distinct x.need) from roster.student_need x where x.student_id = s.id) as needs
            from roster.student s
            join roster.family_student f on f.student_id = s.id
            left join lateral (
              select e.school_id, e.entered, e.grade from roster.enrollment e
              where e.student_id = s.id and e.entered > :today
              order by e.main desc, e.entered limit 1) n on true
            where s.district_id = :district and s.removed_at is null
            """)
        .param("district", district.value())
        .param("today", today)
        .query((row, n) -> profile(row))
        .list();
  }

  private static Profile profile(ResultSet row) throws SQLException {
    SchoolId nextSchool = school(row.getObject("next_school", UUID.class));
    LocalDate enters = row.getObject("next_entered", LocalDate.class);
    return new Profile(
        new StudentId(row.getObject("id", UUID.class)),
        new FamilyId(row.getObject("family_id", UUID.class)),
        school(row.getObject("school_id", UUID.class)),
        row.getString("grade"),
        row.getString("home_language"),
        needs(row),
        nextSchool == null || enters == null
            ? null
            : new Next(nextSchool, enters, row.getString("next_grade")));
  }

  private static Set<Need> needs(ResultSet row) throws SQLException {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    if (row.getArray("needs") != null) {
      for (String need : (String[]) row.getArray("needs").getArray()) {
        needs.add(Need.valueOf(need));
      }
    }
    return needs;
  }

  private static @Nullable SchoolId school(@Nullable UUID id) {
    return id == null ? null : new SchoolId(id);
  }
}
