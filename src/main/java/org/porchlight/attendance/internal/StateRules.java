package org.porchlight.attendance.internal;

import java.time.LocalDate;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rules of a district's state, from {@code attendance.state_rule}; Connecticut's where its
 * state has none.
 */
@Repository
class StateRules {

  private static final String FALLBACK = "CT";

  private final JdbcClient jdbc;
  private final Districts districts;

  StateRules(JdbcClient jdbc, Districts districts) {
    this.jdbc = jdbc;
    this.districts = districts;
  }

  /**
   * @param state whose row of rules holds
   */
  record StateRule(String state, int yearBeginsMonth) {

    LocalDate yearBegins(LocalDate asOf) {
      int year = asOf.getMonthValue() >= yearBeginsMonth ? asOf.getYear() : asOf.getYear() - 1;
      return LocalDate.of(year, yearBeginsMonth, 1);
    }
  }

  StateRule of(DistrictId district) {
    String state = districts.find(district).map(Districts.District::state).orElse(FALLBACK);
    return jdbc.sql(
            """
            select state, year_begins_month from attendance.state_rule where state in (?, ?)
            order by (state = ?) desc limit 1
            """)
        .params(state, FALLBACK, state)
        .query((row, n) -> new StateRule(row.getString(1), row.getInt(2)))
        .single();
  }
}
