package org.porchlight.messaging.pace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.TextBatches;
import org.porchlight.messaging.TextCosts;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Batches implements TextBatches {

  private static final int SHOWN_DAYS = 14;
  private static final String COUNTED =
      """
      select b.*,
        count(i.id) filter (where i.state = 'WAITING') as waiting,
        count(i.id) filter (where i.state in ('SENDING', 'SENT', 'UNKNOWN')) as sent,
        count(i.id) filter (where i.state in ('SKIPPED', 'FAILED')) as not_sent
      from messaging.batch b left join messaging.intent i on i.batch = b.id
      """;

  private final JdbcClient jdbc;
  private final BulkPace pace;
  private final TextCosts costs;
  private final Clock clock;

  Batches(JdbcClient jdbc, BulkPace pace, TextCosts costs, Clock clock) {
    this.jdbc = jdbc;
    this.pace = pace;
    this.costs = costs;
    this.clock = clock;
  }

  /** The batch that an unasked text of this district and day belongs to. */
  public UUID join(DistrictId district, LocalDate day) {
    jdbc.sql(
            """
            insert into messaging.batch (id, district, day, state, created_at)
            values (gen_random_uuid(), :district, :day, 'RUNNING', :now)
            on conflict (district, day) where state <> 'CANCELLED' do nothing
            """)
        .param("district", district.value())
        .param("day", day)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return jdbc.sql(
            """
            select id from messaging.batch
            where district = :district and day = :day and state <> 'CANCELLED'
            """)
        .param("district", district.value())
        .param("day", day)
        .query((row, number) -> row.getObject("id", UUID.class))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Batch> of(DistrictId district) {
    return jdbc.sql(
            COUNTED
                + """
                where b.district = :district group by b.id
                having b.created_at > :since or count(i.id) filter (where i.state = 'WAITING') > 0
                order by b.day desc, b.created_at desc
                """)
        .param("district", district.value())
        .param(
            "since", Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(SHOWN_DAYS))))
        .query(Batches::batch)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Batch> find(UUID id) {
    return jdbc.sql(COUNTED + "where b.id = :id group by b.id")
        .param("id", id)
        .query(Batches::batch)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Part> waiting(UUID batch) {
    record Key(String template, String language) {}
    Map<Key, Part> parts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select template, language, body from messaging.intent
            where batch = :batch and state = 'WAITING' order by template, language
            """)
        .param("batch", batch)
        .query(
            row -> {
              String template = row.getString("template");
              String language = row.getString("language");
              TextCosts.Cost cost = costs.of(row.getString("body"));
              parts.merge(
                  new Key(template, language),
                  new Part(template, language, 1, cost.segments(), cost.price()),
                  Batches::sum);
            });
    return List.copyOf(parts.values());
  }

  private static Part sum(Part one, Part other) {
    return new Part(
        one.template(),
        one.language(),
        one.texts() + other.texts(),
        one.segments() + other.segments(),
        one.price().add(other.price()));
  }

  @Override
  @Transactional
  public void pause(UUID batch, UserId by) {
    change(batch, State.RUNNING, State.PAUSED, null, by);
  }

  @Override
  @Transactional
  public void resume(UUID batch, UserId by) {
    change(batch, State.PAUSED, State.RUNNING, null, by);
  }

  @Override
  @Transactional
  public void callOff(UUID batch, Why why, UserId by) {
    change(batch, State.RUNNING, State.CANCELLED, why, by);
    change(batch, State.PAUSED, State.CANCELLED, why, by);
  }

  /** A repeat finds another state, and does nothing. */
  private void change(UUID batch, State from, State to, @Nullable Why why, UserId by) {
    jdbc.sql(
            """
            update messaging.batch set state = :to, reason = :why, changed_by = :by, changed_at = :now
            where id = :id and state = :from
            """)
        .param("to", to.name())
        .param("why", why == null ? null : why.name())
        .param("by", by.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", batch)
        .param("from", from.name())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public int pace(DistrictId district) {
    return pace.perHour(district);
  }

  @Override
  @Transactional
  public void setPace(DistrictId district, @Nullable Integer perHour, UserId by) {
    if (perHour != null && (perHour < 1 || perHour > FASTEST)) {
      throw new IllegalArgumentException("The pace must be from 1 to " + FASTEST + " an hour");
    }
    pace.set(district, perHour, by);
  }

  private static Batch batch(ResultSet row, int number) throws SQLException {
    String why = row.getString("reason");
    return new Batch(
        row.getObject("id", UUID.class),
        new DistrictId(row.getObject("district", UUID.class)),
        row.getObject("day", LocalDate.class),
        State.valueOf(row.getString("state")),
        why == null ? null : Why.valueOf(why),
        row.getInt("waiting"),
        row.getInt("sent"),
        row.getInt("not_sent"));
  }
}
