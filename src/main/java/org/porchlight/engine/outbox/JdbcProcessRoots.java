package org.porchlight.engine.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.porchlight.engine.ProcessRoots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims in {@code engine.process_root}, whose unique row is what keeps a run single. */
@Component
class JdbcProcessRoots implements ProcessRoots {

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcProcessRoots(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public boolean claim(UUID subject, int run, long rootInstanceKey) {
    jdbc.sql(
            """
            insert into engine.process_root (root_key, subject, run, claimed_at)
            select :root, :subject, :run, :now
            where not exists (select 1 from engine.process_root
              where subject = :subject and run > :run)
            on conflict do nothing
            """)
        .param("root", rootInstanceKey)
        .param("subject", subject)
        .param("run", run)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return jdbc.sql(
            """
            select count(*) = 1 from engine.process_root
            where root_key = :root and subject = :subject and run = :run
            """)
        .param("root", rootInstanceKey)
        .param("subject", subject)
        .param("run", run)
        .query(Boolean.class)
        .single();
  }
}
