package org.porchlight.messaging.pace;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.porchlight.messaging.outbox.Lane;
import org.porchlight.messaging.outbox.Urgency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Shares the places of a claim: the more urgent first, and districts in turn, so that ten thousand
 * texts of one do not hold up ten of another.
 */
@Repository
public class Lanes {

  private final JdbcClient jdbc;
  private final BulkPace bulk;

  Lanes(JdbcClient jdbc, BulkPace bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** How many of each lane are taken, at most {@code most} in all; none is less urgent. */
  public Map<Lane, Integer> places(Instant now, int most, Urgency least) {
    return share(bulk.cap(due(now, most, least), now), most, ThreadLocalRandom.current());
  }

  static Map<Lane, Integer> share(List<Lane> lanes, int most, Random random) {
    Map<Lane, Integer> places = new LinkedHashMap<>();
    int left = most;
    for (Urgency urgency : Urgency.values()) {
      List<Lane> equal = new ArrayList<>(lanes);
      equal.removeIf(lane -> lane.urgency() != urgency.ordinal());
      // Who comes first is left to chance: with fewer places than districts, each has its turn.
      Collections.shuffle(equal, random);
      while (left > 0 && !equal.isEmpty()) {
        for (Lane lane : equal) {
          if (left > 0) {
            left -= 1;
            places.merge(lane, 1, Integer::sum);
          }
        }
        equal.removeIf(lane -> places.getOrDefault(lane, 0) >= lane.due());
      }
    }
    return places;
  }

  /** Jumps from lane to lane by the index: what waits for another day costs nothing. */
  private List<Lane> due(Instant now, int most, Urgency least) {
    return jdbc.sql(
            """
            with recursive lane as (
              (select urgency, district from messaging.intent
               where state = 'WAITING' order by urgency, district limit 1)
              union all
              select next.* from lane cross join lateral (
                select urgency, district from messaging.intent
                where state = 'WAITING' and (urgency, district) > (lane.urgency, lane.district)
                order by urgency, district limit 1) next)
            select lane.urgency, lane.district, d.due from lane cross join lateral (
              select count(*) as due from (
                select from messaging.intent i
                where i.state = 'WAITING' and i.urgency = lane.urgency and i.district = lane.district
                  and i.due_at <= :now and not exists (
                    select from messaging.batch b where b.id = i.batch and b.state <> 'RUNNING')
                limit :most) counted) d
            where d.due > 0 and lane.urgency <= :least
            """)
        .param("now", Timestamp.from(now))
        .param("most", most)
        .param("least", least.ordinal())
        .query(
            (row, number) ->
                new Lane(
                    row.getInt("urgency"),
                    row.getObject("district", UUID.class),
                    row.getInt("due")))
        .list();
  }
}
