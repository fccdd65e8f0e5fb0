package org.porchlight.referrals.role;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.SchoolRole;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of who was named to what. */
@Repository
class NamedPeople {

  private final JdbcClient jdbc;

  NamedPeople(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param school null: the whole district
   */
  record Named(@Nullable SchoolId school, SchoolRole role, UserId user) {}

  List<Named> ofDistrict(DistrictId district) {
    return jdbc.sql(
            """
            select school_id, role, user_id from referrals.school_role where district_id = ?
            order by school_id nulls first, role, named_at
            """)
        .param(district.value())
        .query(
            (row, number) -> {
              UUID school = row.getObject("school_id", UUID.class);
              return new Named(
                  school == null ? null : new SchoolId(school),
                  SchoolRole.valueOf(row.getString("role")),
                  new UserId(row.getObject("user_id", UUID.class)));
            })
        .list();
  }

  void name(DistrictId district, Named named, UserId by, Instant at) {
    SchoolId school = named.school();
    jdbc.sql(
            """
            insert into referrals.school_role
              (district_id, school_id, role, user_id, named_by, named_at)
            values (:district, :school, :role, :user, :by, :at) on conflict do nothing
            """)
        .param("district", district.value())
        .param("school", school == null ? null : school.value(), Types.OTHER)
        .param("role", named.role().name())
        .param("user", named.user().value())
        .param("by", by.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  void unname(DistrictId district, Named named) {
    SchoolId school = named.school();
    jdbc.sql(
            """
            delete from referrals.school_role
            where district_id = :district and school_id is not distinct from cast(:school as uuid)
              and role = :role and user_id = :user
            """)
        .param("district", district.value())
        .param("school", school == null ? null : school.value(), Types.OTHER)
        .param("role", named.role().name())
        .param("user", named.user().value())
        .update();
  }

  List<UserId> onCall(DistrictId district) {
    return jdbc.sql("select user_id from referrals.on_call where district_id = ? order by named_at")
        .param(district.value())
        .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
        .list();
  }

  void putOnCall(DistrictId district, UserId user, UserId by, Instant at) {
    jdbc.sql(
            """
            insert into referrals.on_call (district_id, user_id, named_by, named_at)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .param(district.value())
        .param(user.value())
        .param(by.value())
        .param(Timestamp.from(at))
        .update();
  }

  void takeOffCall(DistrictId district, UserId user) {
    jdbc.sql("delete from referrals.on_call where district_id = ? and user_id = ?")
        .params(district.value(), user.value())
        .update();
  }

  /** Whoever leaves is named to nothing any more. */
  void forget(UserId user) {
    jdbc.sql("delete from referrals.school_role where user_id = ?").param(user.value()).update();
    jdbc.sql("delete from referrals.on_call where user_id = ?").param(user.value()).update();
  }

  Optional<String> outOfHours(DistrictId district) {
    return jdbc.sql("select words from referrals.out_of_hours where district_id = ?")
        .param(district.value())
        .query(String.class)
        .optional();
  }

  void outOfHours(DistrictId district, String words, UserId by, Instant at) {
    jdbc.sql(
            """
            insert into referrals.out_of_hours (district_id, words, written_by, written_at)
            values (?, ?, ?, ?) on conflict (district_id) do update set words = excluded.words,
              written_by = excluded.written_by, written_at = excluded.written_at
            """)
        .params(district.value(), words, by.value(), Timestamp.from(at))
        .update();
  }
}
