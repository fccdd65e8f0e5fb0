package org.porchlight.tasks.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.MeetingCycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams' rows. */
@Repository
class TeamStore {

  private final JdbcClient jdbc;

  TeamStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the row until the transaction ends, so that what happens to a team happens in turn. */
  Team hold(TeamId id) {
    return one("id = ? for update", id.value()).orElseThrow();
  }

  Optional<Team> find(TeamId id) {
    return one("id = ?", id.value());
  }

  Optional<Team> of(DistrictId district, @Nullable SchoolId school) {
    return jdbc.sql(
            "select * from tasks.team where district = :district and school is not distinct from :school")
        .param("district", district.value())
        .param("school", school == null ? null : school.value(), Types.OTHER)
        .query(TeamStore::team)
        .optional();
  }

  List<Team> ofDistrict(DistrictId district) {
    return jdbc.sql("select * from tasks.team where district = ?")
        .param(district.value())
        .query(TeamStore::team)
        .list();
  }

  /** A new team does not run yet; one that is known keeps its run. Locks the row. */
  Team set(
      DistrictId district,
      @Nullable SchoolId school,
      MeetingCycle cycle,
      boolean meets,
      Instant at) {
    UUID id =
        jdbc.sql(
                """
                insert into tasks.team (id, district, school, every, weekday, week_of_month, meets_at,
                  meets, run, running, started_at, set_up_at)
                values (gen_random_uuid(), :district, :school, :every, :weekday, :week, :meetsAt,
                  :meets, 0, false, :at, :at)
                on conflict (district, school) do update set every = :every, weekday = :weekday,
                  week_of_month = :week, meets_at = :meetsAt, meets = :meets, moved_to = null,
                  set_up_at = case when team.meets then team.set_up_at else :at end
                returning id
                """)
            .param("district", district.value())
            .param("school", school == null ? null : school.value(), Types.OTHER)
            .param("every", cycle.every().name())
            .param("weekday", cycle.day().getValue())
            .param("week", cycle.week(), Types.INTEGER)
            .param("meetsAt", cycle.at())
            .param("meets", meets)
            .param("at", Timestamp.from(at))
            .query(UUID.class)
            .single();
    return hold(new TeamId(id));
  }

  /** The next run begins; answers its number. */
  int next(TeamId id, Instant at) {
    return jdbc.sql(
            """
            update tasks.team set run = run + 1, running = true, started_at = ? where id = ?
            returning run
            """)
        .params(Timestamp.from(at), id.value())
        .query(Integer.class)
        .single();
  }

  void stopped(TeamId id) {
    jdbc.sql("update tasks.team set running = false where id = ?").param(id.value()).update();
  }

  void move(TeamId id, @Nullable Instant to) {
    jdbc.sql("update tasks.team set moved_to = :to where id = :id")
        .param("to", to == null ? null : to.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id.value())
        .update();
  }

  /** How many changes the process has been told of, with this one. */
  int change(TeamId id) {
    return jdbc.sql("update tasks.team set changes = changes + 1 where id = ? returning changes")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  Map<UUID, Instant> running() {
    Map<UUID, Instant> since = new HashMap<>();
    jdbc.sql("select id, started_at from tasks.team where running")
        .query(
            row -> {
              since.put(
                  row.getObject("id", UUID.class), row.getTimestamp("started_at").toInstant());
            });
    return since;
  }

  private Optional<Team> one(String condition, UUID id) {
    return jdbc.sql("select * from tasks.team where " + condition)
        .param(id)
        .query(TeamStore::team)
        .optional();
  }

  private static Team team(ResultSet row, int number) throws SQLException {
    UUID school = row.getObject("school", UUID.class);
    Timestamp moved = row.getTimestamp("moved_to");
    return new Team(
        new TeamId(row.getObject("id", UUID.class)),
        new DistrictId(row.getObject("district", UUID.class)),
        school == null ? null : new SchoolId(school),
        new MeetingCycle(
            MeetingCycle.Every.valueOf(row.getString("every")),
            DayOfWeek.of(row.getInt("weekday")),
            row.getObject("week_of_month", Integer.class),
            row.getObject("meets_at", LocalTime.class)),
        row.getBoolean("meets"),
        moved == null ? null : moved.toInstant(),
        row.getInt("run"),
        row.getBoolean("running"),
        row.getTimestamp("set_up_at").toInstant());
  }
}
