package org.porchlight.insight.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.insight.internal.CommonNeeds.Became;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the views: codes and days, no words. */
@Repository
class NeedRows {

  private final JdbcClient jdbc;

  NeedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What one family told. {@code school}: its id, or {@link CommonNeeds#NO_SCHOOL}. */
  record Need(String school, BarrierCode code, YearMonth month, Became became, FamilyId family) {}

  /** What came of a resource that was chosen for what one family told. */
  record Tried(
      UUID caseId,
      BarrierCode code,
      UUID resource,
      String name,
      @Nullable String organization,
      boolean takenOn,
      TriedResources.Became became) {}

  /** First told on these days, the last one left out. */
  List<Need> told(DistrictId district, LocalDate from, LocalDate until, ZoneId zone) {
    return jdbc.sql(
            """
            select coalesce(school_id::text, '') as school, code, told_at, ended, family_id
            from insight.told_need
            where district_id = :district and told_at >= :from and told_at < :until
            """)
        .param("district", district.value())
        .param("from", start(from, zone))
        .param("until", start(until, zone))
        .query(
            (row, number) ->
                new Need(
                    row.getString("school"),
                    BarrierCode.valueOf(row.getString("code")),
                    YearMonth.from(row.getTimestamp("told_at").toInstant().atZone(zone)),
                    became(row.getString("ended")),
                    new FamilyId(row.getObject("family_id", UUID.class))))
        .list();
  }

  /** First chosen on these days, the last one left out. */
  List<Tried> tried(DistrictId district, LocalDate from, LocalDate until, ZoneId zone) {
    return jdbc.sql(
            """
            select case_id, code, resource_id, name, organization, taken_on, became
            from insight.tried_resource
            where district_id = :district and chosen_at >= :from and chosen_at < :until
            """)
        .param("district", district.value())
        .param("from", start(from, zone))
        .param("until", start(until, zone))
        .query(
            (row, number) ->
                new Tried(
                    row.getObject("case_id", UUID.class),
                    BarrierCode.valueOf(row.getString("code")),
                    row.getObject("resource_id", UUID.class),
                    row.getString("name"),
                    row.getString("organization"),
                    row.getBoolean("taken_on"),
                    TriedResources.Became.valueOf(row.getString("became"))))
        .list();
  }

  /** How many families the program was with on any of these days, by school. */
  Map<String, Integer> served(DistrictId district, LocalDate from, LocalDate until, ZoneId zone) {
    Map<String, Integer> served = new HashMap<>();
    jdbc.sql(
            """
            select coalesce(school_id::text, '') as school, count(*) as families
            from insight.served_family
            where district_id = :district and opened_at < :until
              and (closed_at is null or closed_at >= :from)
            group by school_id
            """)
        .param("district", district.value())
        .param("from", start(from, zone))
        .param("until", start(until, zone))
        .query(
            row -> {
              served.put(Objects.requireNonNull(row.getString("school")), row.getInt("families"));
            });
    return served;
  }

  private static Became became(@Nullable String ended) {
    if (ended == null) {
      return Became.OPEN;
    }
    return switch (ended) {
      case "RESOLVED", "HELPED_AT_ONCE" -> Became.SETTLED;
      case "NOT_NEEDED" -> Became.NOT_NEEDED;
      default -> Became.ENDED_OTHERWISE;
    };
  }

  private static Timestamp start(LocalDate day, ZoneId zone) {
    return Timestamp.from(day.atStartOfDay(zone).toInstant());
  }
}
