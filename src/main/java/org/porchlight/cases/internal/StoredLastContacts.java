package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.LastContacts;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

@Component
class StoredLastContacts implements LastContacts {

  private final JdbcClient jdbc;

  StoredLastContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<CaseId, Instant> of(Collection<CaseId> cases) {
    Map<CaseId, Instant> last = new HashMap<>();
    jdbc.sql(
            """
            select c.id, greatest(c.opened_at, c.last_visit_on::timestamp at time zone 'UTC',
              (select max(t.at) from cases.contact_try t
                where t.case_id = c.id and t.answer <> 'NOT_REACHED'),
              (select max(t.at) from cases.call_try t
                where t.case_id = c.id and t.outcome <> 'NOT_REACHED'),
              (select max(i.closed_at) from cases.invitation i
                where i.case_id = c.id and i.answer is not null)) as at
            from cases.family_case c where c.id = any(:cases)
            """)
        .param("cases", new SqlArrayValue("uuid", cases.stream().map(CaseId::value).toArray()))
        .query(
            row -> {
              last.put(
                  new CaseId(row.getObject("id", UUID.class)), row.getTimestamp("at").toInstant());
            });
    return last;
  }
}
