package org.porchlight.identification.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which run of the daily look each district is at. Writers hold the program's lock. */
@Repository
class ScheduleStore {

  private final JdbcClient jdbc;

  ScheduleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Schedule> find(DistrictId district) {
    return jdbc.sql("select run, running from identification.schedule where district = ?")
        .param(district.value())
        .query((row, n) -> new Schedule(row.getInt("run"), row.getBoolean("running")))
        .optional();
  }

  /** The next run begins; answers its number. */
  int next(DistrictId district, Instant at) {
    return jdbc.sql(
            """
            insert into identification.schedule (district, run, running, started_at)
            values (:district, 1, true, :at)
            on conflict (district) do update set run = schedule.run + 1, running = true, started_at = :at
            returning run
            """)
        .param("district", district.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void stop(DistrictId district) {
    jdbc.sql("update identification.schedule set running = false where district = ?")
        .param(district.value())
        .update();
  }

  Map<UUID, Instant> running() {
    Map<UUID, Instant> since = new HashMap<>();
    jdbc.sql("select district, started_at from identification.schedule where running")
        .query(
            row -> {
              since.put(
                  row.getObject("district", UUID.class),
                  row.getObject("started_at", OffsetDateTime.class).toInstant());
            });
    return since;
  }

  /** {@code running}: an instance looks, or is on its way. */
  record Schedule(int run, boolean running) {

    boolean isRun(int number) {
      return running && run == number;
    }
  }
}
