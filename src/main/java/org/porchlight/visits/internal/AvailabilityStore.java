package org.porchlight.visits.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.Availability.Hours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What visitors said about when and where they would visit. */
@Repository
class AvailabilityStore {

  private final JdbcClient jdbc;

  AvailabilityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Availability of(UserId visitor) {
    List<Hours> week =
        jdbc.sql(
                "select weekday, starts, ends from visits.hours where user_id = ?"
                    + " order by weekday, starts")
            .param(visitor.value())
            .query(
                (row, number) ->
                    new Hours(
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
            .list();
    return jdbc.sql("select * from visits.choice where user_id = ?")
        .param(visitor.value())
        .query(
            (row, number) ->
                new Availability(
                    week,
                    row.getObject("away_from", LocalDate.class),
                    row.getObject("away_until", LocalDate.class),
                    schools(row),
                    Set.of((String[]) row.getArray("towns").getArray())))
        .optional()
        .orElse(new Availability(week, null, null, Set.of(), Set.of()));
  }

  /** Replaces everything that was said before. */
  void save(UserId visitor, Availability said) {
    jdbc.sql("delete from visits.hours where user_id = ?").param(visitor.value()).update();
    said.week().forEach(hours -> add(visitor, hours));
    jdbc.sql(
            """
            insert into visits.choice (user_id, away_from, away_until, schools, towns)
            values (:user, :from, :until, cast(:schools as uuid[]), :towns)
            on conflict (user_id) do update set away_from = excluded.away_from,
              away_until = excluded.away_until, schools = excluded.schools, towns = excluded.towns
            """)
        .param("user", visitor.value())
        .param("from", said.awayFrom(), Types.DATE)
        .param("until", said.awayUntil(), Types.DATE)
        .param(
            "schools",
            said.schools().stream()
                .map(SchoolId::toString)
                .collect(Collectors.joining(",", "{", "}")))
        .param("towns", said.towns().toArray(String[]::new))
        .update();
  }

  void add(UserId visitor, Hours hours) {
    jdbc.sql("insert into visits.hours (user_id, weekday, starts, ends) values (?, ?, ?, ?)")
        .params(visitor.value(), hours.day().getValue(), hours.from(), hours.until())
        .update();
  }

  private static Set<SchoolId> schools(ResultSet row) throws SQLException {
    Array schools = row.getArray("schools");
    return Arrays.stream((UUID[]) schools.getArray())
        .map(SchoolId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
