package org.porchlight.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.attendance.AttendanceRate.Band;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open proposals that one person may see, the greatest need first. */
@Repository
class RankedProposals {

  private static final String IN_SCOPE =
      """
      from identification.proposal p
      where p.district = :district and p.state = 'PROPOSED'
        and (:districtWide or exists (
          select 1 from identification.proposal_school s where s.proposal = p.id and s.school = any(:schools)))
      """;

  private final JdbcClient jdbc;

  RankedProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ProposedFamily> of(Actor actor) {
    if (actor.district() == null) {
      return List.of();
    }
    Map<UUID, List<Figures>> students = new HashMap<>();
    scoped(
            "select * from identification.proposal_student where proposal in (select p.id "
                + IN_SCOPE
                + ")",
            actor)
        .query(
            row -> {
              students
                  .computeIfAbsent(row.getObject("proposal", UUID.class), id -> new ArrayList<>())
                  .add(figures(row));
            });
    students.values().forEach(list -> list.sort((a, b) -> Candidate.compareRates(b, a)));
    Map<UUID, List<Reason>> reasons = new HashMap<>();
    scoped(
            "select * from identification.proposal_reason where proposal in (select p.id "
                + IN_SCOPE
                + ") order by position",
            actor)
        .query(
            row -> {
              reasons
                  .computeIfAbsent(row.getObject("proposal", UUID.class), id -> new ArrayList<>())
                  .add(reason(row));
            });
    return scoped("select p.* " + IN_SCOPE + " order by p.score desc, p.created_at, p.id", actor)
        .query((row, n) -> proposal(row, students, reasons))
        .list();
  }

  private JdbcClient.StatementSpec scoped(String sql, Actor actor) {
    return jdbc.sql(sql)
        .param("district", java.util.Objects.requireNonNull(actor.district()).value())
        .param("districtWide", actor.districtWide())
        .param("schools", actor.schools().stream().map(SchoolId::value).toArray(UUID[]::new));
  }

  private static ProposedFamily proposal(
      ResultSet row, Map<UUID, List<Figures>> students, Map<UUID, List<Reason>> reasons)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID school = row.getObject("school", UUID.class);
    return new ProposedFamily(
        id,
        new FamilyId(row.getObject("family", UUID.class)),
        school == null ? null : new SchoolId(school),
        row.getObject("as_of", LocalDate.class),
        row.getInt("score"),
        students.getOrDefault(id, List.of()),
        reasons.getOrDefault(id, List.of()));
  }

  private static Figures figures(ResultSet row) throws SQLException {
    return new Figures(
        new StudentId(row.getObject("student", UUID.class)),
        new SchoolId(row.getObject("school", UUID.class)),
        row.getInt("absences"),
        row.getInt("enrolled_days"),
        Band.valueOf(row.getString("band")));
  }

  private static Reason reason(ResultSet row) throws SQLException {
    Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
    return new Reason(row.getString("code"), row.getInt("points"), Arrays.asList(numbers));
  }
}
