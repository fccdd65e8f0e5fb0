package org.porchlight.referrals.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.partner.LinkAddress.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of links. */
@Component
class LinkStore {

  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID add(UUID referral, LinkAddress to, Instant ends, Instant at) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into referrals.partner_link (id, referral_id, channel, address, created_at, ends_at,
              state, next_try_at)
            values (?, ?, ?, ?, ?, ?, 'WAITING', ?)
            """)
        .params(
            id,
            referral,
            to.by().name(),
            to.to(),
            Timestamp.from(at),
            Timestamp.from(ends),
            Timestamp.from(at))
        .update();
    return id;
  }

  /** By which text it goes. */
  void texted(UUID link, UUID message) {
    jdbc.sql("update referrals.partner_link set message_id = ? where id = ?")
        .params(message, link)
        .update();
  }

  /** From now on this token opens it; whether the provider takes the text, the text's fate says. */
  void texting(UUID link, Secret token, Instant at) {
    jdbc.sql(
            """
            update referrals.partner_link set state = 'SENT', token_hash = ?, tries = tries + 1,
              sent_at = ?
            where id = ?
            """)
        .params(token.hash(), Timestamp.from(at), link)
        .update();
  }

  Optional<PartnerLink> find(UUID link) {
    return jdbc.sql("select * from referrals.partner_link where id = ?")
        .param(link)
        .query(LinkStore::read)
        .optional();
  }

  /** Locked to the end of the transaction. */
  Optional<PartnerLink> ofText(UUID message) {
    return jdbc.sql("select * from referrals.partner_link where message_id = ? for update")
        .param(message)
        .query(LinkStore::read)
        .optional();
  }

  /** Whoever holds an older link asks for a new one, or the referral is over. */
  void close(UUID referral, Instant at) {
    jdbc.sql(
            """
            update referrals.partner_link set closed_at = ?, state = case
              when state in ('WAITING', 'SENDING') then 'FAILED' else state end
            where referral_id = ? and closed_at is null
            """)
        .params(Timestamp.from(at), referral)
        .update();
  }

  boolean undelivered(UUID referral) {
    return jdbc.sql(
            """
            select exists (select from referrals.partner_link
              where referral_id = ? and state = 'FAILED' and closed_at is null)
            """)
        .param(referral)
        .query(Boolean.class)
        .single();
  }

  int madeSince(UUID referral, Instant since) {
    return jdbc.sql(
            "select count(*) from referrals.partner_link where referral_id = ? and created_at > ?")
        .params(referral, Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** Locked to the end of the transaction: a link is spent once. */
  Optional<PartnerLink> byToken(Secret token) {
    return jdbc.sql("select * from referrals.partner_link where token_hash = ? for update")
        .param(token.hash())
        .query(LinkStore::read)
        .optional();
  }

  Optional<PartnerLink> byVisit(Secret visit) {
    return jdbc.sql("select * from referrals.partner_link where visit_hash = ?")
        .param(visit.hash())
        .query(LinkStore::read)
        .optional();
  }

  void spend(UUID link, Secret visit, Instant ends, Instant at) {
    jdbc.sql(
            """
            update referrals.partner_link set opened_at = ?, visit_hash = ?, visit_ends_at = ?
            where id = ?
            """)
        .params(Timestamp.from(at), visit.hash(), Timestamp.from(ends), link)
        .update();
  }

  void endVisit(UUID link, Instant at) {
    jdbc.sql("update referrals.partner_link set visit_ends_at = ? where id = ?")
        .params(Timestamp.from(at), link)
        .update();
  }

  /** Those to be sent by e-mail now; whoever gets one has it until {@code nextTry}. */
  List<PartnerLink> waiting(Instant now, int atMost) {
    return jdbc.sql(
            """
            select * from referrals.partner_link
            where channel = 'EMAIL' and state in ('WAITING', 'SENDING') and next_try_at <= ?
              and closed_at is null
            order by next_try_at limit ? for update skip locked
            """)
        .params(Timestamp.from(now), atMost)
        .query(LinkStore::read)
        .list();
  }

  void sending(UUID link, Secret token, Instant nextTry) {
    jdbc.sql(
            """
            update referrals.partner_link set state = 'SENDING', token_hash = ?, tries = tries + 1,
              next_try_at = ?
            where id = ?
            """)
        .params(token.hash(), Timestamp.from(nextTry), link)
        .update();
  }

  void sent(UUID link, Instant at) {
    jdbc.sql("update referrals.partner_link set state = 'SENT', sent_at = ? where id = ?")
        .params(Timestamp.from(at), link)
        .update();
  }

  void failed(UUID link) {
    jdbc.sql("update referrals.partner_link set state = 'FAILED' where id = ?")
        .param(link)
        .update();
  }

  private static PartnerLink read(ResultSet row, int number) throws SQLException {
    return new PartnerLink(
        row.getObject("id", UUID.class),
        row.getObject("referral_id", UUID.class),
        new LinkAddress(Channel.valueOf(row.getString("channel")), row.getString("address")),
        row.getTimestamp("ends_at").toInstant(),
        row.getInt("tries"),
        instant(row.getTimestamp("opened_at")),
        instant(row.getTimestamp("visit_ends_at")),
        instant(row.getTimestamp("closed_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
