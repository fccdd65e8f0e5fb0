package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.LineTypes;
import org.porchlight.messaging.settings.LookupSettings;
import org.porchlight.messaging.twilio.Lookup;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks what kind of line a number is: once, before its first text, and only where that is switched
 * on. A number that the provider took texts for before needs no asking.
 */
@Component
class LinesAsked implements LineTypes {

  private final LookupSettings settings;
  private final Lookup lookup;
  private final JdbcClient jdbc;
  private final Clock clock;

  LinesAsked(LookupSettings settings, Lookup lookup, JdbcClient jdbc, Clock clock) {
    this.settings = settings;
    this.lookup = lookup;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean landline(PhoneNumber phone) {
    return known(phone).filter(Lookup.LANDLINE::equals).isPresent();
  }

  @Override
  public void correct(PhoneNumber phone, UserId by) {
    jdbc.sql(
            """
            insert into messaging.line_type (phone, corrected_by, corrected_at) values (:phone, :by, :now)
            on conflict (phone) do update set corrected_by = :by, corrected_at = :now
            """)
        .param("phone", phone.e164())
        .param("by", by.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public Optional<Correction> correction(PhoneNumber phone) {
    return jdbc.sql(
            """
            select corrected_by, corrected_at from messaging.line_type
            where phone = :phone and corrected_at is not null
            """)
        .param("phone", phone.e164())
        .query(
            (row, number) ->
                new Correction(
                    new UserId(row.getObject("corrected_by", UUID.class)),
                    row.getTimestamp("corrected_at").toInstant()))
        .optional();
  }

  /** As {@link #landline}, but asks where nobody has; outside any transaction. */
  boolean takesNoTexts(PhoneNumber phone) {
    if (!settings.lineTypes()) {
      return false;
    }
    Optional<String> type = known(phone);
    if (type.isEmpty() && !textedBefore(phone)) {
      type = lookup.lineType(phone);
      type.ifPresent(each -> keep(phone, each));
    }
    return type.filter(Lookup.LANDLINE::equals).isPresent();
  }

  private Optional<String> known(PhoneNumber phone) {
    return jdbc.sql(
            """
            select case when corrected_at is null then type else 'mobile' end
            from messaging.line_type where phone = :phone
            """)
        .param("phone", phone.e164())
        .query(String.class)
        .optional();
  }

  private boolean textedBefore(PhoneNumber phone) {
    return jdbc.sql(
            """
            select exists (select from messaging.attempt where phone = :phone and sid is not null)
            """)
        .param("phone", phone.e164())
        .query(Boolean.class)
        .single();
  }

  private void keep(PhoneNumber phone, String type) {
    jdbc.sql(
            """
            insert into messaging.line_type (phone, type, asked_at) values (:phone, :type, :now)
            on conflict (phone) do nothing
            """)
        .param("phone", phone.e164())
        .param("type", type)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
