package org.porchlight.cases.internal;

import java.util.Collection;
import java.util.List;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.OpenBarriers;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

@Component
class StoredOpenBarriers implements OpenBarriers {

  private final JdbcClient jdbc;

  StoredOpenBarriers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Barrier> of(Collection<CaseId> cases) {
    return jdbc.sql(
            """
            select * from cases.barrier where ended is null and case_id = any(:cases)
            order by due_at, told_at, id
            """)
        .param("cases", new SqlArrayValue("uuid", cases.stream().map(CaseId::value).toArray()))
        .query(BarrierRows::barrier)
        .list();
  }
}
