package org.porchlight.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.porchlight.messaging.SentTexts;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.messaging.ThreadEntry.State;
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
            union all
            -- Not understood yet: it belongs to whom the phone was last texted as.
            select n.received_at, true, n.body, 'und', null, 'RECEIVED', null, null
            from messaging.inbound n join messaging.correspondent c on c.phone = n.phone
            where n.understood_at is null and c.family = :family
            order by at
            """)
        .param("family", family.value())
        .query(FamilyThread::entry)
        .list();
  }

  private static ThreadEntry entry(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    State state = ThreadWords.state(row.getString("state"), row.getString("status"));
    return new ThreadEntry(
        row.getTimestamp("at").toInstant(),
        row.getBoolean("inbound"),
        row.getString("text"),
        row.getString("language"),
        state,
        ThreadWords.why(state, reason),
        state == State.NOT_SENT ? ThreadWords.carrierCode(reason) : null,
        row.getString("purpose"));
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
