package org.porchlight.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.OtherSupports;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredSupports implements OtherSupports {

  private static final int LONGEST = 80;

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredSupports(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Support> of(FamilyId family) {
    return jdbc.sql(
            """
            select * from identification.other_support where family = ?
            order by until is not null, until desc, since desc, id
            """)
        .param(family.value())
        .query((row, number) -> support(row))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<FamilyId, List<Support>> inPlace(Collection<FamilyId> families, LocalDate day) {
    Map<FamilyId, List<Support>> found = new HashMap<>();
    if (families.isEmpty()) {
      return found;
    }
    jdbc.sql(
            """
            select * from identification.other_support
            where family in (:families) and (until is null or until >= :day) order by since desc, id
            """)
        .param("families", families.stream().map(FamilyId::value).toList())
        .param("day", day)
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      new FamilyId(row.getObject("family", UUID.class)), f -> new ArrayList<>())
                  .add(support(row));
            });
    return found;
  }

  @Override
  @Transactional
  public void add(
      UUID id,
      FamilyId family,
      Kind kind,
      @Nullable String who,
      LocalDate since,
      @Nullable LocalDate until,
      UserId by) {
    String role = who == null || who.isBlank() ? null : who.strip();
    if (role != null && role.length() > LONGEST) {
      throw new IllegalArgumentException("Name the role in at most 80 characters");
    }
    if (until != null && until.isBefore(since)) {
      throw new IllegalArgumentException("It cannot end before it began");
    }
    jdbc.sql(
            """
            insert into identification.other_support
              (id, family, kind, who, since, until, added_by, added_at)
            values (:id, :family, :kind, :who, :since, :until, :by, :now)
            on conflict (id) do nothing
            """)
        .param("id", id)
        .param("family", family.value())
        .param("kind", kind.name())
        .param("who", role, Types.VARCHAR)
        .param("since", since)
        .param("until", until, Types.DATE)
        .param("by", by.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  @Transactional
  public void end(UUID id, FamilyId family, LocalDate until, UserId by) {
    boolean later =
        of(family).stream().anyMatch(one -> one.id().equals(id) && one.since().isAfter(until));
    if (later) {
      throw new IllegalArgumentException("It cannot end before it began");
    }
    jdbc.sql(
            """
            update identification.other_support set until = :until, ended_by = :by
            where id = :id and family = :family and (until is null or until > :until)
            """)
        .param("until", until)
        .param("by", by.value())
        .param("id", id)
        .param("family", family.value())
        .update();
  }

  private static Support support(ResultSet row) throws SQLException {
    return new Support(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("who"),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class));
  }
}
