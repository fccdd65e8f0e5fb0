package org.porchlight.messaging.request;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** As whom a phone was last texted: so that its texts find their family, or the visitor. */
@Repository
public class Correspondents {

  private final JdbcClient jdbc;
  private final Clock clock;

  Correspondents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param district null where only a question was put to the phone so far
   */
  public record Correspondent(
      Recipient recipient, @Nullable DistrictId district, String language) {}

  public Optional<Correspondent> find(PhoneNumber phone) {
    return jdbc.sql("select * from messaging.correspondent where phone = :phone")
        .param("phone", phone.e164())
        .query(
            (row, number) -> {
              UUID district = row.getObject("district", UUID.class);
              return new Correspondent(
                  Recipients.read(row),
                  district == null ? null : new DistrictId(district),
                  row.getString("language"));
            })
        .optional();
  }

  public void texted(
      PhoneNumber phone, Recipient recipient, @Nullable DistrictId district, String language) {
    Recipients.bind(
            jdbc.sql(
                """
                insert into messaging.correspondent (phone, district, family, guardian, staff, partner, language, at)
                values (:phone, :district, :family, :guardian, :staff, :partner, :language, :now)
                on conflict (phone) do update set
                  district = coalesce(excluded.district, messaging.correspondent.district),
                  family = excluded.family, guardian = excluded.guardian, staff = excluded.staff,
                  partner = excluded.partner,
                  language = excluded.language, at = excluded.at
                """),
            recipient)
        .param("phone", phone.e164())
        .param("district", district == null ? null : district.value(), Types.OTHER)
        .param("language", language)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
