package org.porchlight.messaging.outbox;

import java.util.List;
import java.util.Optional;
import org.porchlight.messaging.SentTexts;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.shared.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was said, in both directions. */
@Repository
class FamilyThread implements SentTexts {

  private final JdbcClient jdbc;

  FamilyThread(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ThreadEntry> read(FamilyId family) {
    return jdbc.sql(
            """
            select coalesce(a.started_at, i.created_at) as at, false as inbound, coalesce(a.body, i.body) as text,
                   i.language, i.purpose, i.state, i.reason, a.status
            from messaging.intent i
            left join lateral (select * from messaging.attempt where intent = i.id order by started_at desc limit 1) a on true
            where i.family = :family
            union all
            select received_at, true, body, coalesce(language, 'und'), null, 'RECEIVED', null, null
            from messaging.inbound where family = :family
            order by at
            """)
        .param("family", family.value())
        .query(
            (row, number) ->
                new ThreadEntry(
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("inbound"),
                    row.getString("text"),
                    row.getString("language"),
                    state(row.getString("state"), row.getString("reason"), row.getString("status")),
                    row.getString("purpose")))
        .list();
  }

  private static String state(
      String state,
      @org.jspecify.annotations.Nullable String reason,
      @org.jspecify.annotations.Nullable String status) {
    return switch (state) {
      case "RECEIVED" -> "received";
      case "WAITING", "SENDING" -> "waiting";
      case "SENT" -> "delivered".equals(status) || "read".equals(status) ? "delivered" : "sent";
      case "UNKNOWN" -> "unknown: nobody can tell whether it arrived";
      default ->
          "not sent: " + Optional.ofNullable(reason).orElse("unknown reason").replace('-', ' ');
    };
  }

  @Override
  public Optional<String> language(String providerId) {
    return jdbc.sql(
            """
            select i.language from messaging.attempt a join messaging.intent i on i.id = a.intent where a.sid = :sid
            """)
        .param("sid", providerId)
        .query(String.class)
        .optional();
  }
}
