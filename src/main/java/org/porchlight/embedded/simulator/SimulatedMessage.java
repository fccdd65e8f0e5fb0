package org.porchlight.embedded.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text as the provider keeps it. {@code number} is the phone's, whichever way the text went. */
record SimulatedMessage(
    String sid,
    UUID phone,
    String number,
    String direction,
    String body,
    String status,
    @Nullable Integer errorCode,
    @Nullable String statusCallback,
    @Nullable String failsAs,
    @Nullable Integer failsWith,
    boolean duplicates,
    long delayMillis,
    boolean reorders,
    Instant createdAt,
    @Nullable Instant sentAt,
    Instant updatedAt) {

  static SimulatedMessage read(ResultSet row, int number) throws SQLException {
    Timestamp sent = row.getTimestamp("sent_at");
    return new SimulatedMessage(
        row.getString("sid"),
        row.getObject("phone", UUID.class),
        row.getString("number"),
        row.getString("direction"),
        row.getString("body"),
        row.getString("status"),
        row.getObject("error_code", Integer.class),
        row.getString("status_callback"),
        row.getString("fails_as"),
        row.getObject("fails_with", Integer.class),
        row.getBoolean("duplicates"),
        row.getLong("delay_millis"),
        row.getBoolean("reorders"),
        row.getTimestamp("created_at").toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  boolean inbound() {
    return direction.equals("inbound");
  }
}
