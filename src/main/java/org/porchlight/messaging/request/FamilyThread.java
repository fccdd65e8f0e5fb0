package org.porchlight.messaging.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.SentTexts;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.messaging.ThreadEntry.State;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was said, in both directions. */
@Repository
class FamilyThread implements SentTexts {

  private final JdbcClient jdbc;
  private final Clock clock;

  FamilyThread(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<ThreadEntry> read(FamilyId family) {
    return jdbc.sql(
            """
            select i.id, coalesce(a.started_at, i.created_at) as at, false as inbound, coalesce(a.body, i.body) as text,
                   i.language, i.purpose, i.state,
                   case when i.state <> 'WAITING' then i.reason when b.state = 'PAUSED' then 'batch-paused'
                     when i.due_at <= :now and exists (select from messaging.channel_stop) then 'channel-stopped'
                     else i.reason end as reason, a.status, e.body as english,
                   null as meaning, w.written_by as by, 0 as pictures
            from messaging.intent i
            left join messaging.batch b on b.id = i.batch
            left join messaging.english e on e.intent = i.id
            left join messaging.staff_text w on w.intent = i.id
            left join lateral (select * from messaging.attempt where intent = i.id order by started_at desc limit 1) a on true
            where i.family = :family
            union all
            select n.id, n.received_at, true, n.body, coalesce(n.language, 'und'), null, 'RECEIVED', null, null, null,
              n.meaning, coalesce(s.settled_by, h.handled_by, n.matched_by), n.media_count
            from messaging.inbound n
            left join messaging.settlement s on s.text = n.id
            left join messaging.handled_inbound h on h.text = n.id
            where n.family = :family
            union all
            -- Not understood yet: it belongs to whom the phone was last texted as.
            select n.id, n.received_at, true, n.body, 'und', null, 'RECEIVED', null, null, null, null, null, n.media_count
            from messaging.inbound n join messaging.correspondent c on c.phone = n.phone
            where n.understood_at is null and c.family = :family
            order by at
            """)
        .param("family", family.value())
        .param("now", Timestamp.from(clock.instant()))
        .query(FamilyThread::entry)
        .list();
  }

  private static ThreadEntry entry(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    UUID by = row.getObject("by", UUID.class);
    State state = ThreadWords.state(row.getString("state"), row.getString("status"));
    return new ThreadEntry(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("inbound"),
        row.getString("text"),
        row.getString("language"),
        state,
        ThreadWords.why(state, reason),
        state == State.NOT_SENT ? ThreadWords.carrierCode(reason) : null,
        row.getString("purpose"),
        row.getString("english"),
        row.getString("meaning"),
        by == null ? null : new UserId(by),
        row.getInt("pictures"));
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

  @Override
  public Optional<Instant> left(PhoneNumber to, String purpose, String occurrence) {
    return jdbc.sql(
            """
            select a.started_at from messaging.attempt a join messaging.intent i on i.id = a.intent
            where i.phone = :phone and i.purpose = :purpose and i.occurrence = :occurrence and a.sid is not null
            order by a.started_at desc limit 1
            """)
        .param("phone", to.e164())
        .param("purpose", purpose)
        .param("occurrence", occurrence)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  @Override
  public Optional<Instant> left(UUID text) {
    return jdbc.sql(
            """
            select started_at from messaging.attempt where intent = :text and sid is not null
            order by started_at desc limit 1
            """)
        .param("text", text)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
