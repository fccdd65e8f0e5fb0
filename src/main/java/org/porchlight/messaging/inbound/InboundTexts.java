package org.porchlight.messaging.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.messaging.request.Correspondents.Correspondent;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Texts to us, stored before they are understood. */
@Repository
class InboundTexts {

  /** These need nobody: what they ask for has happened. */
  private static final Set<String> SELF_EVIDENT = Set.of("STOP", "START", "HELP", "NO_PHONE");

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
      UUID id,
      String phone,
      String body,
      int media,
      @Nullable String optOutType,
      Instant receivedAt) {

    static Inbound read(ResultSet row, int number) throws SQLException {
      return new Inbound(
          row.getObject("id", UUID.class),
          row.getString("phone"),
          row.getString("body"),
          row.getInt("media_count"),
          row.getString("opt_out_type"),
          row.getTimestamp("received_at").toInstant());
    }
  }

  /** Stores a text; a repeat does nothing. */
  void store(
      String sid,
      String phone,
      String body,
      int media,
      @Nullable String mediaTypes,
      @Nullable String optOutType) {
    jdbc.sql(
            """
            insert into messaging.inbound (id, sid, phone, body, media_count, media_types, opt_out_type, received_at)
            values (:id, :sid, :phone, :body, :media, :types, :type, :now) on conflict (sid) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("sid", sid)
        .param("phone", phone)
        .param("body", body)
        .param("media", media)
        .param("types", mediaTypes)
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

  Optional<Inbound> find(UUID id) {
    return jdbc.sql("select * from messaging.inbound where id = :id")
        .param("id", id)
        .query(Inbound::read)
        .optional();
  }

  /** Whose a text is, so that it can be answered. */
  record Writer(
      PhoneNumber phone, Recipient recipient, @Nullable DistrictId district, String language) {}

  /** Empty where nobody knows, or it came from no phone. */
  Optional<Writer> writer(UUID id) {
    return jdbc.sql(
            """
            select * from messaging.inbound where id = :id and language is not null
              and (staff is not null or partner is not null or family is not null and guardian is not null)
            """)
        .param("id", id)
        .query(
            (row, number) -> {
              UUID district = row.getObject("district", UUID.class);
              return new Writer(
                  new PhoneNumber(row.getString("phone")),
                  Recipients.read(row),
                  district == null ? null : new DistrictId(district),
                  row.getString("language"));
            })
        .optional();
  }

  void understood(
      Inbound inbound, String meaning, @Nullable UUID question, @Nullable Correspondent sender) {
    Recipient recipient = sender == null ? null : sender.recipient();
    DistrictId district = sender == null ? null : sender.district();
    StatementSpec update =
        jdbc.sql(
            """
            update messaging.inbound set understood_at = :now, meaning = :meaning, question = :question,
              family = :family, guardian = :guardian, staff = :staff, partner = :partner,
              language = :language,
              district = :district, taken = :taken
            where id = :id
            """);
    (recipient == null ? Recipients.bindNobody(update) : Recipients.bind(update, recipient))
        .param("now", Timestamp.from(clock.instant()))
        .param("meaning", meaning)
        .param("question", question, Types.OTHER)
        .param("language", sender == null ? null : sender.language())
        .param("district", district == null ? null : district.value(), Types.OTHER)
        .param("taken", question != null || SELF_EVIDENT.contains(meaning))
        .param("id", inbound.id())
        .update();
  }

  /** What the phone was asked back about has been said more clearly since. */
  void answeredAfterAll(PhoneNumber phone, Inbound clearer) {
    jdbc.sql(
            """
            update messaging.inbound set meaning = 'SAID_AGAIN', taken = true
            where phone = :phone and meaning = 'UNMATCHED' and received_at >= :since and id in (
              select cast(occurrence as uuid) from messaging.intent
              where phone = :phone and purpose = 'messaging.whichQuestion')
            """)
        .param("phone", phone.e164())
        .param("since", Timestamp.from(clearer.receivedAt().minus(java.time.Duration.ofDays(1))))
        .update();
  }

  /** Somebody, or a rule, sees to what it says. */
  void taken(UUID id) {
    jdbc.sql("update messaging.inbound set taken = true where id = :id").param("id", id).update();
  }
}
