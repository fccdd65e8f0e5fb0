package org.porchlight.referrals.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of referrals. */
@Component
class ReferralRows {

  private final JdbcClient jdbc;

  ReferralRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Referral referral) {
    jdbc.sql(
            """
            insert into referrals.referral (id, barrier_id, case_id, district_id, resource_id, way,
              status, drafted_by, drafted_at, status_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            referral.id(),
            referral.barrier(),
            referral.caseId().value(),
            referral.district().value(),
            referral.resource(),
            referral.way().name(),
            referral.status().name(),
            referral.draftedBy().value(),
            Timestamp.from(referral.draftedAt()),
            Timestamp.from(referral.statusAt()))
        .update();
    change(referral, referral.draftedBy(), referral.draftedAt());
  }

  /** One at a time from here to the end of the transaction. */
  Referral lock(UUID id) {
    return jdbc.sql("select * from referrals.referral where id = ? for update")
        .param(id)
        .query(ReferralRows::read)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no referral " + id));
  }

  Optional<Referral> find(UUID id) {
    return jdbc.sql("select * from referrals.referral where id = ?")
        .param(id)
        .query(ReferralRows::read)
        .optional();
  }

  List<Referral> ofBarrier(UUID barrier) {
    return jdbc.sql("select * from referrals.referral where barrier_id = ? order by drafted_at, id")
        .param(barrier)
        .query(ReferralRows::read)
        .list();
  }

  List<Referral> ofCase(CaseId id) {
    return jdbc.sql("select * from referrals.referral where case_id = ? order by drafted_at, id")
        .param(id.value())
        .query(ReferralRows::read)
        .list();
  }

  /** The status and everything that changes with it. */
  void update(Referral referral, @Nullable UserId by) {
    jdbc.sql(
            """
            update referrals.referral set status = ?, status_at = ?, news = ?, link_ends = ?,
              cancel_reason = ?, outcome = ?, confirmed_by = ?, outcome_at = ?
            where id = ?
            """)
        .param(referral.status().name())
        .param(Timestamp.from(referral.statusAt()))
        .param(referral.news())
        .param(stamp(referral.linkEnds()))
        .param(name(referral.cancelReason()))
        .param(name(referral.outcome()))
        .param(name(referral.confirmedBy()))
        .param(stamp(referral.outcomeAt()))
        .param(referral.id())
        .update();
    change(referral, by, referral.statusAt());
  }

  /** Each status once, in order. */
  private void change(Referral referral, @Nullable UserId by, Instant at) {
    jdbc.sql(
            """
            insert into referrals.status_change (referral_id, number, status, at, by)
            select :id, coalesce(max(number), 0) + 1, :status, :at, cast(:by as uuid)
            from referrals.status_change where referral_id = :id
            having :status is distinct from (select status from referrals.status_change
              where referral_id = :id order by number desc limit 1)
            """)
        .param("id", referral.id())
        .param("status", referral.status().name())
        .param("at", Timestamp.from(at))
        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
        .update();
  }

  private static Referral read(ResultSet row, int number) throws SQLException {
    String cancel = row.getString("cancel_reason");
    String outcome = row.getString("outcome");
    String confirmed = row.getString("confirmed_by");
    return new Referral(
        row.getObject("id", UUID.class),
        row.getObject("barrier_id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new DistrictId(row.getObject("district_id", UUID.class)),
        row.getObject("resource_id", UUID.class),
        Way.valueOf(row.getString("way")),
        ReferralStatus.valueOf(row.getString("status")),
        new UserId(row.getObject("drafted_by", UUID.class)),
        row.getTimestamp("drafted_at").toInstant(),
        row.getTimestamp("status_at").toInstant(),
        row.getInt("news"),
        instant(row.getTimestamp("link_ends")),
        cancel == null ? null : CancelReason.valueOf(cancel),
        outcome == null ? null : LoopOutcome.valueOf(outcome),
        confirmed == null ? null : ConfirmedBy.valueOf(confirmed),
        instant(row.getTimestamp("outcome_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp stamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
