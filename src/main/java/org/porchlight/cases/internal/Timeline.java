package org.porchlight.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseHistory;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened in each case; only ever added to. */
@Component
class Timeline {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Timeline(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A repeat with the same key does nothing. */
  void add(
      CaseId id,
      String entryKey,
      String kind,
      @Nullable UserId by,
      Instant at,
      Map<String, ? extends Object> facts) {
    jdbc.sql(
            """
            insert into cases.timeline (case_id, entry_key, kind, by_user, at, facts)
            values (:case, :key, :kind, :by, :at, cast(:facts as jsonb))
            on conflict (case_id, entry_key) do nothing
            """)
        .param("case", id.value())
        .param("key", entryKey)
        .param("kind", kind)
        .param("by", by == null ? null : by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("facts", json.writeValueAsString(facts))
        .update();
  }

  List<CaseHistory.Entry> of(CaseId id) {
    return jdbc.sql(
            """
            select kind, by_user, at, facts::text as facts
            from cases.timeline where case_id = ? order by at, id
            """)
        .param(id.value())
        .query(this::entry)
        .list();
  }

  boolean has(CaseId id, String entryKey) {
    return jdbc.sql(
            "select exists (select from cases.timeline where case_id = ? and entry_key = ?)")
        .params(id.value(), entryKey)
        .query(Boolean.class)
        .single();
  }

  /** The newest entry of one of these kinds. */
  Optional<String> newest(CaseId id, List<String> kinds) {
    return jdbc.sql(
            """
            select kind from cases.timeline
            where case_id = :case and kind in (:kinds) order by id desc limit 1
            """)
        .param("case", id.value())
        .param("kinds", kinds)
        .query(String.class)
        .optional();
  }

  private CaseHistory.Entry entry(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("by_user", UUID.class);
    return new CaseHistory.Entry(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("kind"),
        by == null ? null : new UserId(by),
        json.readValue(row.getString("facts"), new TypeReference<Map<String, Object>>() {}));
  }
}
