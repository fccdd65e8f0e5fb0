package org.porchlight.access.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.porchlight.access.BulkReads;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredBulkReads implements BulkReads {

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredBulkReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void record(UserId by, What what, UUID subject) {
    jdbc.sql("insert into access.bulk_read (at, actor, what, subject) values (?, ?, ?, ?)")
        .param(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .param(by.value())
        .param(what.name())
        .param(subject)
        .update();
  }
}
