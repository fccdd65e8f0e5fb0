package org.porchlight.messaging.pace;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.messaging.outbox.Columns;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.outbox.Lane;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many unasked texts of a district leave in an hour. Kept in the database, changed in the
 * transaction that claims: a restart or another replica changes nothing.
 */
@Repository
public class BulkPace {

  /** So many of an hour's texts may leave at once: those of five minutes. */
  private static final double BURST = 1.0 / 12;

  private final JdbcClient jdbc;
  private final Users users;
  private final MessagingSettings settings;
  private final Clock clock;

  BulkPace(JdbcClient jdbc, Users users, MessagingSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.settings = settings;
    this.clock = clock;
  }

  private record Bucket(
      UUID district, @Nullable Integer perHour, double tokens, Instant refilledAt) {}

  /** The lanes with no more due than may leave now; what it looked at is held until the end. */
  List<Lane> cap(List<Lane> lanes, Instant now) {
    List<UUID> districts =
        lanes.stream()
            .filter(lane -> lane.urgency() == Urgency.UNASKED.ordinal())
            .map(Lane::district)
            .toList();
    if (districts.isEmpty()) {
      return lanes;
    }
    Map<UUID, Integer> room = room(districts, now);
    List<Lane> capped = new ArrayList<>();
    for (Lane lane : lanes) {
      Integer most = lane.urgency() == Urgency.UNASKED.ordinal() ? room.get(lane.district()) : null;
      if (most == null || most >= lane.due()) {
        capped.add(lane);
      } else if (most > 0) {
        capped.add(new Lane(lane.urgency(), lane.district(), most));
      }
    }
    return capped;
  }

  private Map<UUID, Integer> room(List<UUID> districts, Instant now) {
    if (settings.unaskedPerStaffHour() > 0) {
      jdbc.sql(
              """
              insert into messaging.bulk_pace (district, tokens, refilled_at)
              select district, 1, :now from unnest(:districts) as d (district) order by district
              on conflict do nothing
              """)
          .param("now", Timestamp.from(now))
          .param("districts", Columns.of("uuid", districts, each -> each))
          .update();
    }
    Map<UUID, Integer> room = new HashMap<>();
    for (Bucket bucket : lock(districts)) {
      int perHour = perHour(bucket);
      if (perHour > 0) {
        double hours = Math.max(0, Duration.between(bucket.refilledAt(), now).toMillis() / 3.6e6);
        double most = Math.max(1, perHour * BURST);
        double tokens = Math.min(most, bucket.tokens() + perHour * hours);
        refill(bucket.district(), tokens, now);
        room.put(bucket.district(), (int) tokens);
      }
    }
    return room;
  }

  private List<Bucket> lock(List<UUID> districts) {
    return jdbc.sql(
            """
            select * from messaging.bulk_pace where district = any(:districts)
            order by district for update
            """)
        .param("districts", Columns.of("uuid", districts, each -> each))
        .query(
            (row, number) ->
                new Bucket(
                    row.getObject("district", UUID.class),
                    row.getObject("per_hour", Integer.class),
                    row.getDouble("tokens"),
                    row.getTimestamp("refilled_at").toInstant()))
        .list();
  }

  private void refill(UUID district, double tokens, Instant now) {
    jdbc.sql(
            """
            update messaging.bulk_pace set tokens = :tokens, refilled_at = :now where district = :district
            """)
        .param("tokens", tokens)
        .param("now", Timestamp.from(now))
        .param("district", district)
        .update();
  }

  /** In the transaction of the claim. */
  public void spend(List<Intent> sent) {
    Map<UUID, Integer> count = new HashMap<>();
    for (Intent intent : sent) {
      if (intent.urgency() == Urgency.UNASKED) {
        count.merge(intent.district().value(), 1, Integer::sum);
      }
    }
    count.forEach(
        (district, texts) ->
            jdbc.sql(
                    "update messaging.bulk_pace set tokens = tokens - :n where district = :district")
                .param("n", texts)
                .param("district", district)
                .update());
  }

  int perHour(DistrictId district) {
    return jdbc.sql("select per_hour from messaging.bulk_pace where district = :district")
        .param("district", district.value())
        .query((row, number) -> row.getInt("per_hour"))
        .optional()
        .filter(set -> set > 0)
        .orElseGet(() -> byStaff(district));
  }

  private int perHour(Bucket bucket) {
    Integer set = bucket.perHour();
    return set == null ? byStaff(new DistrictId(bucket.district())) : set;
  }

  /** Those who answer families. */
  private int byStaff(DistrictId district) {
    long staff =
        users.ofDistrict(district).stream()
            .filter(actor -> actor.has(Role.COORDINATOR) || actor.has(Role.TEAM))
            .count();
    return (int) Math.max(1, staff) * settings.unaskedPerStaffHour();
  }

  void set(DistrictId district, @Nullable Integer perHour, UserId by) {
    jdbc.sql(
            """
            insert into messaging.bulk_pace (district, per_hour, tokens, refilled_at, set_by, set_at)
            values (:district, :perHour, 1, :now, :by, :now)
            on conflict (district) do update set per_hour = :perHour, set_by = :by, set_at = :now
            """)
        .param("district", district.value())
        .param("perHour", perHour, Types.INTEGER)
        .param("by", by.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
