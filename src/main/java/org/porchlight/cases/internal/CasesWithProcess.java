package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.LiveSubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every case that is not closed has one root instance, also while it ends (I3). */
@Component
class CasesWithProcess implements LiveSubjects {

  private final JdbcClient jdbc;

  CasesWithProcess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String processId() {
    return "family-case";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<UUID, Instant> liveSubjects() {
    Map<UUID, Instant> since = new HashMap<>();
    jdbc.sql(
            """
            select c.id, r.started_at from cases.family_case c
            join cases.case_run r on r.case_id = c.id and r.run = c.run where c.state <> 'CLOSED'
            """)
        .query(
            row -> {
              since.put(
                  row.getObject("id", UUID.class),
                  row.getObject("started_at", OffsetDateTime.class).toInstant());
            });
    return since;
  }
}
