package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.porchlight.identification.EarlierSupport;
import org.porchlight.shared.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The newest ended case of each family, as identification tells it. */
@Component
class EndedCases implements EarlierSupport {

  /** Ends after which too many absences are a relapse. */
  private static final Set<String> WELL = Set.of("RECOVERED", "DOING_WELL");

  private final JdbcClient jdbc;

  EndedCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<FamilyId, Earlier> of(Collection<FamilyId> families) {
    Map<FamilyId, Earlier> found = new HashMap<>();
    if (families.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select distinct on (c.family_id) c.family_id, c.closed_at, c.outcome, c.visits_done,
              k.reason, k.achieved, k.remember
            from cases.family_case c
            left join cases.closing k on k.case_id = c.id and k.run = c.run
            where c.family_id in (:families) and c.state = 'CLOSED'
            order by c.family_id, c.closed_at desc
            """)
        .param("families", families.stream().map(FamilyId::value).toList())
        .query(
            row -> {
              found.put(new FamilyId(row.getObject("family_id", UUID.class)), earlier(row));
            });
    return found;
  }

  private static Earlier earlier(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Earlier(
        row.getTimestamp("closed_at").toInstant(),
        reason != null && WELL.contains(reason),
        row.getString("outcome"),
        row.getInt("visits_done"),
        row.getString("achieved"),
        row.getString("remember"));
  }
}
