package org.porchlight.referrals.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.shared.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events for other systems, written in the transaction of what they tell. Ids and codes only (I6);
 * of what was told in confidence not even the resource.
 */
@Component
class ReferralEvents {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Cases cases;
  private final Barriers barriers;

  ReferralEvents(JdbcClient jdbc, JsonMapper json, Cases cases, Barriers barriers) {
    this.jdbc = jdbc;
    this.json = json;
    this.cases = cases;
    this.barriers = barriers;
  }

  /**
   * @param type what happened: the last part of the event's type
   */
  void add(Referral about, String type, Instant at) {
    jdbc.sql(
            """
            insert into referrals.event_outbox (id, referral_id, type, at, data)
            values (?, ?, ?, ?, cast(? as jsonb))
            """)
        .params(
            UUID.randomUUID(),
            about.id(),
            "org.porchlight.referral." + type,
            at.atOffset(ZoneOffset.UTC),
            json.writeValueAsString(data(about)))
        .update();
  }

  private Map<String, Object> data(Referral about) {
    CaseView of = cases.get(about.caseId());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("referralId", about.id().toString());
    data.put("barrierId", about.barrier().toString());
    data.put("caseId", about.caseId().toString());
    data.put("districtId", about.district().toString());
    SchoolId school = of.school();
    if (school != null) {
      data.put("schoolId", school.toString());
    }
    if (barriers.find(about.barrier()).map(each -> !each.code().restricted()).orElse(false)) {
      data.put("resourceId", about.resource().toString());
    }
    data.put("way", about.way().name());
    data.put("status", about.status().name());
    put(data, "cancelReason", about.cancelReason());
    put(data, "outcome", about.outcome());
    put(data, "confirmedBy", about.confirmedBy());
    return data;
  }

  private static void put(Map<String, Object> data, String key, @Nullable Enum<?> value) {
    if (value != null) {
      data.put(key, value.name());
    }
  }
}
