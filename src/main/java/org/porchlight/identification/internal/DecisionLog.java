package org.porchlight.identification.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who decided what, when and why. Rows are only ever added. */
@Repository
class DecisionLog {

  private final JdbcClient jdbc;

  DecisionLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Decision decision) {
    jdbc.sql(
            """
            insert into identification.decision (id, proposal, family, kind, reason, note, holds_until, decided_by, decided_at)
            values (:id, :proposal, :family, :kind, :reason, :note, :until, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("proposal", decision.proposal())
        .param("family", decision.family().value())
        .param("kind", decision.kind().name())
        .param("reason", decision.reason(), Types.VARCHAR)
        .param("note", decision.note(), Types.VARCHAR)
        .param("until", decision.holdsUntil(), Types.DATE)
        .param("by", decision.by() == null ? null : decision.by().value(), Types.OTHER)
        .param("at", decision.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  enum Kind {
    ACCEPTED,
    NOMINATED,
    POSTPONED,
    REFUSED,
    /** By a run: nobody in the family is chronically absent any more, or its case is open. */
    LAPSED
  }

  /** {@code note}: what a person wrote; stays in this table and on pages. */
  record Decision(
      UUID proposal,
      FamilyId family,
      Kind kind,
      @Nullable String reason,
      @Nullable String note,
      @Nullable LocalDate holdsUntil,
      @Nullable UserId by,
      Instant at) {}
}
