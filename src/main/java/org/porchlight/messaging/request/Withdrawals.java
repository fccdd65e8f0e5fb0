package org.porchlight.messaging.request;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes back what waits for a case. Whoever withdraws holds the case, and the sender, which holds a
 * text, may have to tell the case that it cannot leave: neither waits for the other's row, or both
 * would for ever. A text in the sender's hands is found by the gate instead.
 */
@Repository
class Withdrawals {

  private final JdbcClient jdbc;

  Withdrawals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void withdraw(CaseId caseId, Set<String> except, Instant now) {
    String[] kept = except.toArray(String[]::new);
    jdbc.sql(
            """
            insert into messaging.withdrawal (case_id, at, kept) values (:case, :now, :kept)
            on conflict (case_id, at) do update set kept = :kept
            """)
        .param("case", caseId.value())
        .param("now", Timestamp.from(now))
        .param("kept", kept)
        .update();
    jdbc.sql(
            """
            update messaging.intent set state = 'SKIPPED', reason = 'withdrawn', settled_at = :now
            where id in (
              select id from messaging.intent
              where case_id = :case and state = 'WAITING' and purpose <> all (:kept)
              for update skip locked)
            """)
        .param("now", Timestamp.from(now))
        .param("case", caseId.value())
        .param("kept", kept)
        .update();
  }
}
