package org.porchlight.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.identification.TeamProposals;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredTeamProposals implements TeamProposals {

  private final JdbcClient jdbc;

  StoredTeamProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Standing> waiting(DistrictId district) {
    return jdbc.sql(
            """
            select * from identification.proposal where district = ? and state = 'PROPOSED'
            order by score desc, created_at, id
            """)
        .param(district.value())
        .query(StoredTeamProposals::standing)
        .list();
  }

  @Override
  public List<Standing> nominatedSince(DistrictId district, Instant since) {
    return jdbc.sql(
            """
            select * from identification.proposal
            where district = ? and state = 'ACCEPTED' and nominated and decided_at >= ?
            order by decided_at, id
            """)
        .params(district.value(), Timestamp.from(since))
        .query(StoredTeamProposals::standing)
        .list();
  }

  @Override
  public Optional<Standing> find(UUID proposal) {
    return jdbc.sql("select * from identification.proposal where id = ?")
        .param(proposal)
        .query(StoredTeamProposals::standing)
        .optional();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    UUID school = row.getObject("school", UUID.class);
    Timestamp decided = row.getTimestamp("decided_at");
    return new Standing(
        row.getObject("id", UUID.class),
        new FamilyId(row.getObject("family", UUID.class)),
        new DistrictId(row.getObject("district", UUID.class)),
        school == null ? null : new SchoolId(school),
        State.valueOf(row.getString("state")),
        decided == null ? null : decided.toInstant());
  }
}
