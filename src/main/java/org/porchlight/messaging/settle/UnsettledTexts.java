package org.porchlight.messaging.settle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.TextsToSettle;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists what a person has to settle, and keeps what they found out. */
@Component
class UnsettledTexts implements TextsToSettle {

  private static final String OPEN =
      """
      select * from (
        select i.id as text, 'UNKNOWN' as kind, i.family, i.district, i.created_at as at
        from messaging.intent i
        where i.state = 'UNKNOWN' and i.family is not null
        union all
        select n.id, case when n.meaning = 'MAYBE_STOP' then n.meaning else 'UNCLEAR' end,
          n.family, n.district, n.received_at
        from messaging.inbound n
        where n.understood_at is not null and not n.taken and n.family is not null
      ) item
      where not exists (select from messaging.settlement s where s.text = item.text)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  UnsettledTexts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Item> open(DistrictId district) {
    return jdbc.sql(
            OPEN
                + " and item.district = :district order by item.kind <> 'MAYBE_STOP', item.at limit 200")
        .param("district", district.value())
        .query(UnsettledTexts::item)
        .list();
  }

  @Override
  public Optional<Item> find(UUID text) {
    return jdbc.sql(OPEN + " and item.text = :text")
        .param("text", text)
        .query(UnsettledTexts::item)
        .optional();
  }

  @Override
  @Transactional
  public void settle(UUID text, boolean arrived, UserId by) {
    Optional<Item> open = find(text);
    if (open.isEmpty()) {
      return;
    }
    Item item = open.get();
    Timestamp now = Timestamp.from(clock.instant());
    int added =
        jdbc.sql(
                """
                insert into messaging.settlement (text, family, kind, arrived, settled_by, at)
                values (:text, :family, :kind, :arrived, :by, :now) on conflict do nothing
                """)
            .param("text", text)
            .param("family", item.family().value())
            .param("kind", item.kind().name())
            .param("arrived", arrived)
            .param("by", by.value())
            .param("now", now)
            .update();
    if (added == 1 && item.kind() == Kind.UNKNOWN) {
      jdbc.sql(
              """
              update messaging.intent set state = :state, reason = 'settled-by-person', settled_at = :now
              where id = :text and state = 'UNKNOWN'
              """)
          .param("state", arrived ? "SENT" : "FAILED")
          .param("now", now)
          .param("text", text)
          .update();
    }
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getObject("text", UUID.class),
        Kind.valueOf(row.getString("kind")),
        new FamilyId(row.getObject("family", UUID.class)),
        row.getTimestamp("at").toInstant());
  }
}
