package org.porchlight.visits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.CaseId;
import org.porchlight.visits.ComingVisits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

@Component
class StoredComingVisits implements ComingVisits {

  private final JdbcClient jdbc;

  StoredComingVisits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Coming> of(Collection<CaseId> cases, Instant before) {
    return jdbc.sql(
            """
            select id, case_id, starts_at, duration_minutes, state from visits.appointment
            where state = 'PLANNED' and case_id = any(:cases) and starts_at < :before
            order by starts_at, id
            """)
        .param("cases", new SqlArrayValue("uuid", cases.stream().map(CaseId::value).toArray()))
        .param("before", Timestamp.from(before))
        .query(StoredComingVisits::coming)
        .list();
  }

  @Override
  public Optional<Coming> find(UUID visit) {
    return jdbc.sql(
            "select id, case_id, starts_at, duration_minutes, state from visits.appointment where id = ?")
        .param(visit)
        .query(StoredComingVisits::coming)
        .optional();
  }

  private static Coming coming(ResultSet row, int number) throws SQLException {
    Instant starts = row.getTimestamp("starts_at").toInstant();
    return new Coming(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        starts,
        starts.plus(Duration.ofMinutes(row.getInt("duration_minutes"))),
        row.getString("state").equals("PLANNED"));
  }
}
