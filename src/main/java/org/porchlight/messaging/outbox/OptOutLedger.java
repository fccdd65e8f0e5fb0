package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.OptedOut;
import org.porchlight.messaging.Recipient;
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
  private final Correspondents correspondents;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OptOutLedger(
      JdbcClient jdbc,
      Correspondents correspondents,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.correspondents = correspondents;
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
  public void recordSpoken(PhoneNumber phone, UserId by) {
    change(phone, true, "spoken", by, null);
  }

  @Override
  @Transactional
  public void recordConsent(PhoneNumber phone, @Nullable UserId by) {
    change(phone, false, "consent", by, null);
  }

  /** Logs the change always; true, and an event for an opt-out, only where the state is new. */
  @Transactional
  public boolean change(
      PhoneNumber phone,
      boolean optOut,
      String source,
      @Nullable UserId by,
      @Nullable UUID inbound) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into messaging.opt_out_log (phone, opted_out, source, recorded_by, inbound, at)
            values (:phone, :out, :source, :by, :inbound, :now)
            """)
        .param("phone", phone.e164())
        .param("out", optOut)
        .param("source", source)
        .param("by", by == null ? null : by.value(), Types.OTHER)
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
      var family =
          correspondents
              .find(phone)
              .map(Correspondents.Correspondent::recipient)
              .map(r -> r instanceof Recipient.OfFamily of ? of.family() : null)
              .orElse(null);
      events.publishEvent(new OptedOut(family, source, now));
    }
    return changed;
  }
}
