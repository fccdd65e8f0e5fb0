package org.porchlight.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Duty;
import org.porchlight.access.NewUser;
import org.porchlight.access.Role;
import org.porchlight.access.UserLeft;
import org.porchlight.access.Users;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The users in PostgreSQL. */
@Component
class StoredUsers implements Users {

  private static final String COLUMNS =
      "select id, username, display_name, district, district_wide, schools, roles, duties"
          + " from access.app_user ";

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StoredUsers(
      JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public UserId add(NewUser user) {
    NewUserRules.check(user);
    UserId id = UserId.random();
    DistrictId district = user.district();
    try {
      jdbc.sql(
              """
              insert into access.app_user
                (id, username, password_hash, display_name, district, district_wide, schools,
                 roles, duties, created_at)
              values (?, ?, ?, ?, ?, ?, ?::uuid[], ?::text[], ?::text[], ?)
              """)
          .param(id.value())
          .param(user.username())
          .param(passwords.encode(user.password()))
          .param(user.displayName())
          .param(district == null ? null : district.value())
          .param(user.districtWide())
          .param(array(user.schools()))
          .param(array(user.roles()))
          .param(array(user.duties()))
          .param(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new IllegalArgumentException("The user name is taken: choose another", taken);
    }
    return id;
  }

  @Override
  public void makeVisitor(UserId user) {
    find(user).ifPresent(actor -> NewUserRules.checkVisitor(actor.duties()));
    jdbc.sql(
            """
            update access.app_user set roles = array_append(roles, 'VISITOR')
            where id = ? and not 'VISITOR' = any (roles)
            """)
        .param(user.value())
        .update();
  }

  @Override
  @Transactional
  public void leave(UserId user) {
    int ended =
        jdbc.sql("update access.app_user set left_at = ? where id = ? and left_at is null")
            .param(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
            .param(user.value())
            .update();
    if (ended == 1) {
      events.publishEvent(new UserLeft(user));
    }
  }

  @Override
  public Optional<Actor> find(UserId id) {
    return jdbc.sql(COLUMNS + "where id = ?")
        .param(id.value())
        .query(StoredUsers::actor)
        .optional();
  }

  @Override
  public Optional<Actor> named(String username) {
    return jdbc.sql(COLUMNS + "where lower(username) = lower(?) and left_at is null")
        .param(username)
        .query(StoredUsers::actor)
        .optional();
  }

  @Override
  public List<Actor> withoutDistrict() {
    return jdbc.sql(
            COLUMNS + "where district is null and left_at is null order by display_name, id")
        .query(StoredUsers::actor)
        .list();
  }

  @Override
  public List<Actor> ofDistrict(DistrictId district) {
    return jdbc.sql(COLUMNS + "where district = ? and left_at is null order by display_name, id")
        .param(district.value())
        .query(StoredUsers::actor)
        .list();
  }

  /**
   * As PostgreSQL writes an array; the elements are ids and enum names, so nothing needs quoting.
   */
  private static String array(Collection<?> elements) {
    return elements.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static Actor actor(ResultSet row, int number) throws SQLException {
    UUID district = row.getObject("district", UUID.class);
    return new Actor(
        new UserId(row.getObject("id", UUID.class)),
        row.getString("username"),
        row.getString("display_name"),
        district == null ? null : new DistrictId(district),
        row.getBoolean("district_wide"),
        set(row, "schools", SchoolId::of),
        set(row, "roles", Role::valueOf),
        set(row, "duties", Duty::valueOf));
  }

  private static <T> Set<T> set(ResultSet row, String column, Function<String, T> read)
      throws SQLException {
    @Nullable Object[] elements = (Object[]) row.getArray(column).getArray();
    return Arrays.stream(elements)
        .map(String::valueOf)
        .map(read)
        .collect(Collectors.toUnmodifiableSet());
  }
}
