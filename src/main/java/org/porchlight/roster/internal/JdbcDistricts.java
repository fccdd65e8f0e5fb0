package org.porchlight.roster.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDistricts implements Districts {

  private static final RowMapper<District> DISTRICT =
      (row, n) ->
          new District(
              new DistrictId(row.getObject("id", UUID.class)),
              row.getString("name"),
              ZoneId.of(row.getString("zone")),
              row.getString("state"));

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcDistricts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<District> find(DistrictId id) {
    return jdbc.sql("select * from roster.district where id = ?")
        .param(id.value())
        .query(DISTRICT)
        .optional();
  }

  @Override
  public List<District> all() {
    return jdbc.sql("select * from roster.district order by name, id").query(DISTRICT).list();
  }

  @Override
  public DistrictId add(String name, ZoneId zone, String state) {
    if (!state.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("The state is two capital letters, such as CT");
    }
    DistrictId id = DistrictId.random();
    jdbc.sql(
            "insert into roster.district (id, name, zone, state, created_at) values (?, ?, ?, ?, ?)")
        .params(
            id.value(),
            name,
            zone.getId(),
            state,
            clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
    return id;
  }
}
