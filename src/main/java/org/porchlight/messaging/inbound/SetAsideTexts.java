package org.porchlight.messaging.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.StuckTexts;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is set aside, and keeps who handled it. */
@Component
@Transactional
class SetAsideTexts implements StuckTexts {

  /** After as many failures (some minutes) it is no passing trouble. */
  private static final int ENOUGH = 3;

  private static final String OPEN =
      """
      select n.id, n.phone, n.body, n.received_at, c.district, c.family, c.guardian, c.staff, c.partner
      from messaging.inbound n left join messaging.correspondent c on c.phone = n.phone
      where n.understood_at is null and n.failures >= :enough
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SetAsideTexts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Stuck> open() {
    return jdbc.sql(OPEN + " order by n.received_at limit 200")
        .param("enough", ENOUGH)
        .query(SetAsideTexts::stuck)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Stuck> find(UUID text) {
    return jdbc.sql(OPEN + " and n.id = :text")
        .param("enough", ENOUGH)
        .param("text", text)
        .query(SetAsideTexts::stuck)
        .optional();
  }

  @Override
  public boolean handled(UUID text, UserId by) {
    Timestamp now = Timestamp.from(clock.instant());
    int changed =
        jdbc.sql(
                """
                update messaging.inbound n set understood_at = :now, meaning = 'HANDLED', taken = true,
                  family = (select family from messaging.correspondent c where c.phone = n.phone),
                  staff = (select staff from messaging.correspondent c where c.phone = n.phone),
                  partner = (select partner from messaging.correspondent c where c.phone = n.phone),
                  language = (select language from messaging.correspondent c where c.phone = n.phone)
                where n.id = :text and n.understood_at is null and n.failures >= :enough
                """)
            .param("now", now)
            .param("text", text)
            .param("enough", ENOUGH)
            .update();
    if (changed == 1) {
      jdbc.sql(
              """
              insert into messaging.handled_inbound (text, district, family, staff, partner, handled_by, at)
              select n.id, c.district, n.family, n.staff, n.partner, :by, :now
              from messaging.inbound n left join messaging.correspondent c on c.phone = n.phone
              where n.id = :text
              """)
          .param("by", by.value())
          .param("now", now)
          .param("text", text)
          .update();
    }
    return changed == 1;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Handled> handled() {
    return jdbc.sql(
            """
            select h.text, h.district, h.family, c.guardian, h.staff, h.partner, n.received_at, h.handled_by, h.at
            from messaging.handled_inbound h join messaging.inbound n on n.id = h.text
            left join messaging.correspondent c on c.phone = n.phone
            order by h.at desc limit 50
            """)
        .query(
            (row, number) ->
                new Handled(
                    row.getObject("text", UUID.class),
                    district(row),
                    sender(row),
                    row.getTimestamp("received_at").toInstant(),
                    new UserId(row.getObject("handled_by", UUID.class)),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Stuck stuck(ResultSet row, int number) throws SQLException {
    return new Stuck(
        row.getObject("id", UUID.class),
        district(row),
        sender(row),
        phone(row.getString("phone")),
        row.getString("body"),
        row.getTimestamp("received_at").toInstant());
  }

  private static @Nullable DistrictId district(ResultSet row) throws SQLException {
    UUID district = row.getObject("district", UUID.class);
    return district == null ? null : new DistrictId(district);
  }

  private static @Nullable Recipient sender(ResultSet row) throws SQLException {
    boolean known =
        row.getObject("staff") != null
            || row.getObject("guardian") != null
            || row.getObject("partner") != null;
    return known ? Recipients.read(row) : null;
  }

  /** A short code or an e-mail gateway is no phone number. */
  private static @Nullable PhoneNumber phone(String given) {
    try {
      return new PhoneNumber(given);
    } catch (IllegalArgumentException other) {
      return null;
    }
  }
}
