package org.porchlight.attendance.internal;

import java.util.HashMap;
import java.util.Map;
import org.porchlight.attendance.AttendanceStatus;
import org.porchlight.roster.Records;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the codes of a format mean in a district. A code that is not in the table is never guessed.
 */
@Repository
class StatusCodes {

  private final JdbcClient jdbc;

  StatusCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By lower-case code; the district's own meaning goes before the common one. */
  Map<String, AttendanceStatus> of(DistrictId district, String format) {
    Map<String, AttendanceStatus> codes = new HashMap<>();
    jdbc.sql(
            """
            select code, status from attendance.status_code
            where format = ? and (district_id = ? or district_id is null) order by district_id nulls first
            """)
        .params(format, district.value())
        .query(
            row -> {
              codes.put(Records.code(row.getString(1)), AttendanceStatus.valueOf(row.getString(2)));
            });
    return codes;
  }
}
