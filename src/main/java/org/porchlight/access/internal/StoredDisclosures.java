package org.porchlight.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.porchlight.access.Disclosures;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In a table that refuses changes. */
@Component
class StoredDisclosures implements Disclosures {

  private final JdbcClient jdbc;

  StoredDisclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public void record(Disclosure made) {
    UserId by = made.by();
    jdbc.sql(
            """
            insert into access.disclosure (key, kind, at, district, family, students, party, interest,
              basis, what, reference, by_user)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do nothing
            """)
        .param(made.key())
        .param(made.kind().name())
        .param(Timestamp.from(made.at()))
        .param(made.district().value())
        .param(made.family().value())
        .param(made.students().stream().map(StudentId::value).toArray(UUID[]::new))
        .param(made.party())
        .param(made.interest().name())
        .param(made.basis().name())
        .param(made.what().toArray(String[]::new))
        .param(made.reference())
        .param(by == null ? null : by.value())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Disclosure> of(FamilyId family) {
    return jdbc.sql("select * from access.disclosure where family = ? order by at desc, id desc")
        .param(family.value())
        .query(StoredDisclosures::read)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Disclosure> of(DistrictId district, Instant from, Instant until) {
    return jdbc.sql(
            """
            select * from access.disclosure where district = ? and at >= ? and at < ? order by at, id
            """)
        .params(district.value(), Timestamp.from(from), Timestamp.from(until))
        .query(StoredDisclosures::read)
        .list();
  }

  private static Disclosure read(ResultSet row, int number) throws SQLException {
    UUID by = row.getObject("by_user", UUID.class);
    return new Disclosure(
        row.getString("key"),
        Kind.valueOf(row.getString("kind")),
        row.getTimestamp("at").toInstant(),
        new DistrictId(row.getObject("district", UUID.class)),
        new FamilyId(row.getObject("family", UUID.class)),
        Arrays.stream((UUID[]) row.getArray("students").getArray()).map(StudentId::new).toList(),
        row.getString("party"),
        Interest.valueOf(row.getString("interest")),
        Basis.valueOf(row.getString("basis")),
        List.of((String[]) row.getArray("what").getArray()),
        row.getObject("reference", UUID.class),
        by == null ? null : new UserId(by));
  }
}
