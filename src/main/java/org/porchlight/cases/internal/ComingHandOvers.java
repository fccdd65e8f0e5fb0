package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.porchlight.cases.HandOvers;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the hand-overs among the changes noticed. */
@Component
class ComingHandOvers implements HandOvers {

  private final JdbcClient jdbc;

  ComingHandOvers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<HandOver> ofDistrict(DistrictId district, LocalDate today) {
    return jdbc.sql(
            """
            select c.family_id, n.student_id, n.from_school, n.to_school, n.begins,
              n.settled_at is not null as settled
            from cases.change_notice n join cases.family_case c on c.id = n.case_id
            where c.district_id = ? and c.state in ('STARTING', 'OPEN') and n.kind = 'HAND_OVER'
              and n.begins >= ?
            order by n.begins, n.id
            """)
        .params(district.value(), today)
        .query(
            (row, number) -> {
              UUID from = row.getObject("from_school", UUID.class);
              return new HandOver(
                  new FamilyId(row.getObject("family_id", UUID.class)),
                  new StudentId(row.getObject("student_id", UUID.class)),
                  from == null ? null : new SchoolId(from),
                  new SchoolId(row.getObject("to_school", UUID.class)),
                  row.getObject("begins", LocalDate.class),
                  row.getBoolean("settled"));
            })
        .list();
  }
}
