package org.porchlight.referrals.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often resources met the needs of families before, as these said. */
@Component
class NeedsMetBefore {

  private final JdbcClient jdbc;

  NeedsMetBefore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param met needs met
   * @param told referrals of which somebody could say
   */
  record Record(int met, int told) {}

  Map<UUID, Record> of(Collection<UUID> resources) {
    Map<UUID, Record> found = new HashMap<>();
    jdbc.sql(
            """
            select resource_id, count(*) filter (where outcome = 'NEED_MET') as met, count(*) as told
            from referrals.referral
            where resource_id in (:resources) and outcome in ('NEED_MET', 'PARTLY_MET', 'NOT_MET')
            group by resource_id
            """)
        .param("resources", resources)
        .query(
            (row, number) ->
                found.put(
                    row.getObject("resource_id", UUID.class),
                    new Record(row.getInt("met"), row.getInt("told"))))
        .list();
    return found;
  }
}
