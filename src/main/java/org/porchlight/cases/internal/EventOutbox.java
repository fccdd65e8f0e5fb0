package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.shared.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events for other systems, written in the transaction of what they tell. Ids and codes only (I6).
 */
@Component
class EventOutbox {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EventOutbox(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param codes beside the case's own ids
   */
  void add(CaseView about, String type, Instant at, Map<String, String> codes) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("caseId", about.id().toString());
    data.put("run", about.run());
    data.put("districtId", about.district().toString());
    SchoolId school = about.school();
    if (school != null) {
      data.put("schoolId", school.toString());
    }
    data.putAll(codes);
    jdbc.sql(
            """
            insert into cases.event_outbox (id, case_id, type, at, data)
            values (?, ?, ?, ?, cast(? as jsonb))
            """)
        .params(
            UUID.randomUUID(),
            about.id().value(),
            "org.porchlight.case." + type,
            at.atOffset(ZoneOffset.UTC),
            json.writeValueAsString(data))
        .update();
  }
}
