package org.porchlight.messaging.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.OptedOut;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which phones want no texts, and every change of that with its source. */
@Component
public class OptOutLedger implements OptOuts {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OptOutLedger(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public boolean optedOut(PhoneNumber phone) {
    return jdbc.sql(
            "select exists (select from messaging.opt_out where phone = :phone and opted_out)")
        .param("phone", phone.e164())
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public void recordSpoken(PhoneNumber phone, Told told) {
    change(phone, true, "spoken", told, null);
  }

  @Override
  @Transactional
  public void recordConsent(PhoneNumber phone, Told told) {
    change(phone, false, "consent", told, null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Change> log(Collection<PhoneNumber> phones) {
    return phones.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select * from messaging.opt_out_log where phone in (:phones) order by at desc, id desc limit 200
                """)
            .param("phones", phones.stream().map(PhoneNumber::e164).toList())
            .query(OptOutLedger::change)
            .list();
  }

  private static Change change(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("recorded_by", UUID.class);
    String how = row.getString("how");
    UUID saidBy = row.getObject("said_by", UUID.class);
    return new Change(
        new PhoneNumber(row.getString("phone")),
        row.getBoolean("opted_out"),
        Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
        by == null
            ? null
            : new Told(
                new UserId(by),
                how == null ? null : How.valueOf(how),
                saidBy == null ? null : new GuardianId(saidBy)),
        row.getTimestamp("at").toInstant());
  }

  /** Logs the change always; true, and an event for an opt-out, only where the state is new. */
  @Transactional
  public boolean change(
      PhoneNumber phone,
      boolean optOut,
      String source,
      @Nullable Told told,
      @Nullable UUID inbound) {
    Instant now = clock.instant();
    How how = told == null ? null : told.how();
    GuardianId saidBy = told == null ? null : told.saidBy();
    jdbc.sql(
            """
            insert into messaging.opt_out_log (phone, opted_out, source, recorded_by, how, said_by, inbound, at)
            values (:phone, :out, :source, :by, :how, :saidBy, :inbound, :now)
            """)
        .param("phone", phone.e164())
        .param("out", optOut)
        .param("source", source)
        .param("by", told == null ? null : told.by().value(), Types.OTHER)
        .param("how", how == null ? null : how.name())
        .param("saidBy", saidBy == null ? null : saidBy.value(), Types.OTHER)
        .param("inbound", inbound, Types.OTHER)
        .param("now", Timestamp.from(now))
        .update();
    boolean changed =
        jdbc.sql(
                    """
                    insert into messaging.opt_out (phone, opted_out, source, at) values (:phone, :out, :source, :now)
                    on conflict (phone) do update set opted_out = :out, source = :source, at = :now
                    where messaging.opt_out.opted_out <> :out
                    """)
                .param("phone", phone.e164())
                .param("out", optOut)
                .param("source", source)
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    if (changed && optOut) {
      List<FamilyId> families = families(phone);
      families.forEach(family -> events.publishEvent(new OptedOut(family, source, now)));
      if (families.isEmpty()) {
        events.publishEvent(new OptedOut(null, source, now));
      }
    }
    return changed;
  }

  /** All families that were ever texted on it: for none of them does a text go there now. */
  private List<FamilyId> families(PhoneNumber phone) {
    return jdbc.sql(
            """
            select family from messaging.correspondent where phone = :phone and family is not null
            union
            select family from messaging.intent where phone = :phone and family is not null and state <> 'SKIPPED'
            """)
        .param("phone", phone.e164())
        .query((row, number) -> new FamilyId(row.getObject(1, UUID.class)))
        .list();
  }
}
