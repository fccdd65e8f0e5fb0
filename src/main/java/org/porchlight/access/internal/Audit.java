package org.porchlight.access.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.FileGate.Opened;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of who opened, or tried to open, which family's file. Rows are never changed; the
 * database refuses it.
 */
@Component
class Audit {

  private final JdbcClient jdbc;
  private final Clock clock;

  Audit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * In a transaction of its own: a denial rolls the caller's back, and many readers are read-only.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void record(UserId actor, FamilyId family, Channel channel, Optional<Opened> opened) {
    jdbc.sql(
            """
            insert into access.audit (at, actor, family, channel, outcome, home_revealed)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .param(actor.value())
        .param(family.value())
        .param(channel.name())
        .param(opened.isPresent() ? "OPENED" : "DENIED")
        .param(opened.map(Opened::homeRevealed).orElse(false))
        .update();
  }
}
