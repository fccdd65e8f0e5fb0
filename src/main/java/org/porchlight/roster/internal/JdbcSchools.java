package org.porchlight.roster.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSchools implements Schools {

  private static final RowMapper<School> SCHOOL =
      (row, n) ->
          new School(
              new SchoolId(row.getObject("id", UUID.class)),
              new DistrictId(row.getObject("district_id", UUID.class)),
              row.getString("source_id"),
              row.getString("name"));

  private final JdbcClient jdbc;

  JdbcSchools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<School> find(SchoolId id) {
    return jdbc.sql("select * from roster.school where id = ?")
        .param(id.value())
        .query(SCHOOL)
        .optional();
  }

  @Override
  public List<School> ofDistrict(DistrictId district) {
    return jdbc.sql("select * from roster.school where district_id = ? order by name, id")
        .param(district.value())
        .query(SCHOOL)
        .list();
  }

  @Override
  public Optional<School> bySourceId(DistrictId district, String sourceId) {
    return jdbc.sql("select * from roster.school where district_id = ? and source_id = ?")
        .params(district.value(), sourceId)
        .query(SCHOOL)
        .optional();
  }

  @Override
  public Optional<StudentId> studentBySourceId(DistrictId district, String sourceId) {
    return jdbc.sql("select id from roster.student where district_id = ? and source_id = ?")
        .params(district.value(), sourceId)
        .query(UUID.class)
        .optional()
        .map(StudentId::new);
  }
}
