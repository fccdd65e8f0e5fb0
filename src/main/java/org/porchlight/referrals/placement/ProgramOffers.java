package org.porchlight.referrals.placement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Program;
import org.porchlight.referrals.ProgramTerms;
import org.porchlight.referrals.StudentPrograms;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Summer, after-school and learning programs: offers in the directory that have terms and seats.
 */
@Component
@Transactional
public class ProgramOffers implements StudentPrograms {

  private static final String PROGRAMS =
      """
      select p.*, r.name, r.organization, r.fees, r.languages,
        (select count(*) from referrals.placement s where s.resource_id = p.resource_id
          and s.state in ('ENROLLED', 'STARTED', 'ATTENDING')) as taken,
        (select count(*) from referrals.placement s where s.resource_id = p.resource_id
          and s.state = 'WAIT_LISTED') as waiting
      from referrals.program p join referrals.resource r on r.id = p.resource_id
      where r.removed_at is null and
      """;

  private final JdbcClient jdbc;

  ProgramOffers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void describe(DistrictId district, UUID resource, ProgramTerms terms) {
    jdbc.sql(
            """
            insert into referrals.program (resource_id, district_id, kind, grade_from, grade_to,
              starts_on, ends_on, seats, transport)
            values (:resource, :district, :kind, :from, :to, :starts, :ends, :seats, :transport)
            on conflict (resource_id) do update set kind = excluded.kind,
              grade_from = excluded.grade_from, grade_to = excluded.grade_to,
              starts_on = excluded.starts_on, ends_on = excluded.ends_on, seats = excluded.seats,
              transport = excluded.transport
            """)
        .param("resource", resource)
        .param("district", district.value())
        .param("kind", terms.kind().name())
        .param("from", terms.gradeFrom())
        .param("to", terms.gradeTo())
        .param("starts", day(terms.starts()), Types.DATE)
        .param("ends", day(terms.ends()), Types.DATE)
        .param("seats", terms.seats(), Types.INTEGER)
        .param("transport", terms.transport())
        .update();
  }

  /** Those that have not ended, the soonest first. */
  @Transactional(readOnly = true)
  public List<Program> comingUp(DistrictId district, LocalDate today) {
    return jdbc.sql(
            PROGRAMS
                + "p.district_id = ? and (p.ends_on is null or p.ends_on >= ?)"
                + " order by p.starts_on nulls last, r.name")
        .params(district.value(), Date.valueOf(today))
        .query(ProgramOffers::program)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Program> find(DistrictId district, UUID resource) {
    return jdbc.sql(PROGRAMS + "p.district_id = ? and p.resource_id = ?")
        .params(district.value(), resource)
        .query(ProgramOffers::program)
        .optional();
  }

  /** Seats are given out one after the other. */
  void hold(UUID resource) {
    boolean known =
        jdbc.sql("select resource_id from referrals.program where resource_id = ? for update")
            .param(resource)
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!known) {
      throw new NoSuchElementException("There is no program " + resource);
    }
  }

  private static Program program(ResultSet row, int number) throws SQLException {
    return new Program(
        row.getObject("resource_id", UUID.class),
        row.getString("name"),
        row.getString("organization"),
        Program.Kind.valueOf(row.getString("kind")),
        row.getInt("grade_from"),
        row.getInt("grade_to"),
        day(row.getDate("starts_on")),
        day(row.getDate("ends_on")),
        row.getObject("seats", Integer.class),
        row.getInt("taken"),
        row.getInt("waiting"),
        row.getBoolean("transport"),
        row.getString("fees"),
        List.of((String[]) row.getArray("languages").getArray()));
  }

  private static @Nullable Date day(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static @Nullable LocalDate day(@Nullable Date day) {
    return day == null ? null : day.toLocalDate();
  }
}
