package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.ServedFamilies;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Families with a case, and those who are left in peace for a while after one. */
@Component
class FamiliesInCases implements ServedFamilies {

  private final JdbcClient jdbc;
  private final Programs programs;
  private final Clock clock;

  FamiliesInCases(JdbcClient jdbc, Programs programs, Clock clock) {
    this.jdbc = jdbc;
    this.programs = programs;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<FamilyId> served(DistrictId district) {
    Instant now = clock.instant();
    ProgramSettings.Ending rest = programs.current(district).ending();
    return jdbc
        .sql(
            """
            select family_id from cases.family_case
            where district_id = :district and (state <> 'CLOSED'
              or outcome in ('DECLINED', 'LEFT') and closed_at > :no
              or outcome in ('CLOSED', 'NOT_REACHED') and closed_at > :closed)
            """)
        .param("district", district.value())
        .param("no", now.minus(Duration.ofDays(rest.restAfterNoDays())).atOffset(ZoneOffset.UTC))
        .param(
            "closed",
            now.minus(Duration.ofDays(rest.restAfterCloseDays())).atOffset(ZoneOffset.UTC))
        .query((row, i) -> new FamilyId(row.getObject("family_id", UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
