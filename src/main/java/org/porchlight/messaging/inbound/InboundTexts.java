package org.porchlight.messaging.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts to us, stored before they are understood. */
@Repository
class InboundTexts {

  private final JdbcClient jdbc;
  private final Clock clock;

  InboundTexts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param phone as the provider wrote it: a short code or an e-mail gateway is no phone number
   */
  record Inbound(
      UUID id, String phone, String body, @Nullable String optOutType, Instant receivedAt) {

    static Inbound read(ResultSet row, int number) throws SQLException {
      return new Inbound(
          row.getObject("id", UUID.class),
          row.getString("phone"),
          row.getString("body"),
          row.getString("opt_out_type"),
          row.getTimestamp("received_at").toInstant());
    }
  }

  /** Stores a text; a repeat does nothing. */
  void store(String sid, String phone, String body, int media, @Nullable String optOutType) {
    jdbc.sql(
            """
            insert into messaging.inbound (id, sid, phone, body, media_count, opt_out_type, received_at)
            values (:id, :sid, :phone, :body, :media, :type, :now) on conflict (sid) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("sid", sid)
        .param("phone", phone)
        .param("body", body)
        .param("media", media)
        .param("type", optOutType)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The oldest that nobody works on; one phone's texts in their order, but for those set aside. */
  Optional<Inbound> lockNext() {
    return jdbc.sql(
            """
            select * from messaging.inbound i where understood_at is null
              and (again_at is null or again_at <= :now)
              and not exists (select from messaging.inbound earlier where earlier.phone = i.phone
                and earlier.understood_at is null and earlier.received_at < i.received_at
                and (earlier.again_at is null or earlier.again_at <= :now))
            order by received_at limit 1 for update skip locked
            """)
        .param("now", Timestamp.from(clock.instant()))
        .query(Inbound::read)
        .optional();
  }

  /** Something went wrong over this text: the others go first, and it is tried again later. */
  void setAside(UUID id) {
    jdbc.sql(
            """
            update messaging.inbound set failures = failures + 1,
              again_at = cast(:now as timestamptz) + least(power(2, failures), 120) * interval '30 seconds'
            where id = :id and understood_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  void understood(
      Inbound inbound,
      String meaning,
      @Nullable UUID question,
      @Nullable Recipient sender,
      @Nullable String language) {
    jdbc.sql(
            """
            update messaging.inbound set understood_at = :now, meaning = :meaning, question = :question,
              family = :family, staff = :staff, language = :language
            where id = :id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("meaning", meaning)
        .param("question", question, Types.OTHER)
        .param(
            "family",
            sender instanceof Recipient.OfFamily of ? of.family().value() : null,
            Types.OTHER)
        .param(
            "staff", sender instanceof Recipient.OfStaff of ? of.user().value() : null, Types.OTHER)
        .param("language", language)
        .param("id", inbound.id())
        .update();
  }
}
