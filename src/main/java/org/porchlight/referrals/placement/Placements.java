package org.porchlight.referrals.placement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Cases;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Summer, after-school and learning programs, and the students placed in them. */
@Component
@Transactional
public class Placements {

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
  private final Cases cases;

  Placements(JdbcClient jdbc, Cases cases) {
    this.jdbc = jdbc;
    this.cases = cases;
  }

  /**
   * What a program needs beside its resource.
   *
   * @param gradeFrom kindergarten is 0
   */
  public record Terms(
      Program.Kind kind,
      int gradeFrom,
      int gradeTo,
      @Nullable LocalDate starts,
      @Nullable LocalDate ends,
      @Nullable Integer seats,
      boolean transport) {

    public Terms {
      if (gradeFrom > gradeTo || gradeFrom < 0 || gradeTo > 12) {
        throw new IllegalArgumentException("Grades go from 0 (kindergarten) to 12, upwards");
      }
      if (starts != null && ends != null && ends.isBefore(starts)) {
        throw new IllegalArgumentException("A program ends on or after the day on which it starts");
      }
    }
  }

  /** Makes the resource a program, or changes its terms. */
  public void describe(DistrictId district, UUID resource, Terms terms) {
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
  public List<Program> programs(DistrictId district, LocalDate today) {
    return jdbc.sql(
            PROGRAMS
                + "p.district_id = ? and (p.ends_on is null or p.ends_on >= ?)"
                + " order by p.starts_on nulls last, r.name")
        .params(district.value(), day(today))
        .query(Placements::program)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Program> program(DistrictId district, UUID resource) {
    return jdbc.sql(PROGRAMS + "p.district_id = ? and p.resource_id = ?")
        .params(district.value(), resource)
        .query(Placements::program)
        .optional();
  }

  /**
   * Offers a place, or puts the student on the wait list where no seat is free. A student who is in
   * the program, or has been offered it, stays as they are.
   *
   * @throws NoSuchElementException where the case's district has no such program
   */
  public UUID offer(CaseId id, StudentId student, UUID resource, UserId by, Instant at) {
    DistrictId district = cases.get(id).district();
    jdbc.sql("select resource_id from referrals.program where resource_id = ? for update")
        .param(resource)
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("There is no program " + resource));
    Program program = program(district, resource).orElseThrow();
    UUID placement = UUID.randomUUID();
    PlacementState first = program.full() ? PlacementState.WAIT_LISTED : PlacementState.OFFERED;
    int added =
        jdbc.sql(
                """
                insert into referrals.placement (id, resource_id, case_id, student_id, state,
                  offered_by, offered_at, state_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (resource_id, student_id) where state not in ('DECLINED', 'LEFT') do nothing
                """)
            .params(
                placement,
                resource,
                id.value(),
                student.value(),
                first.name(),
                by.value(),
                Timestamp.from(at),
                Timestamp.from(at))
            .update();
    if (added == 0) {
      return jdbc.sql(
              """
              select id from referrals.placement where resource_id = ? and student_id = ?
                and state not in ('DECLINED', 'LEFT')
              """)
          .params(resource, student.value())
          .query(UUID.class)
          .single();
    }
    change(id, placement, first, by, at);
    return placement;
  }

  /**
   * @throws IllegalStateException where it cannot become that, or no seat is free: nothing changes
   */
  public void move(UUID placement, PlacementState next, UserId by, Instant at) {
    UUID resource =
        jdbc.sql("select resource_id from referrals.placement where id = ?")
            .param(placement)
            .query(UUID.class)
            .single();
    jdbc.sql("select resource_id from referrals.program where resource_id = ? for update")
        .param(resource)
        .query(UUID.class)
        .single();
    Placement now = find(placement).orElseThrow();
    boolean takesSeat = next.seated() && !now.state().seated();
    if (!now.state().mayBecome(next)) {
      throw new IllegalStateException(
          "Placement %s is %s and cannot become %s".formatted(placement, now.state(), next));
    }
    if (takesSeat
        && program(cases.get(now.caseId()).district(), resource)
            .filter(Program::full)
            .isPresent()) {
      throw new IllegalStateException("Program " + resource + " has no free seat");
    }
    jdbc.sql("update referrals.placement set state = ?, state_at = ? where id = ?")
        .params(next.name(), Timestamp.from(at), placement)
        .update();
    change(now.caseId(), placement, next, by, at);
  }

  @Transactional(readOnly = true)
  public Optional<Placement> find(UUID placement) {
    return jdbc.sql(
            """
            select s.*, r.name from referrals.placement s
            join referrals.resource r on r.id = s.resource_id where s.id = ?
            """)
        .param(placement)
        .query(Placements::placement)
        .optional();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Placement> of(CaseId id) {
    return jdbc.sql(
            """
            select s.*, r.name from referrals.placement s
            join referrals.resource r on r.id = s.resource_id
            where s.case_id = ? order by s.offered_at desc, s.id
            """)
        .param(id.value())
        .query(Placements::placement)
        .list();
  }

  private void change(CaseId id, UUID placement, PlacementState state, UserId by, Instant at) {
    jdbc.sql(
            """
            insert into referrals.placement_change (placement_id, number, state, by, at)
            select :id, coalesce(max(number), 0) + 1, :state, :by, :at
            from referrals.placement_change where placement_id = :id
            """)
        .param("id", placement)
        .param("state", state.name())
        .param("by", by.value())
        .param("at", Timestamp.from(at))
        .update();
    cases.note(
        id,
        "placement:" + placement + ":" + state,
        "referrals.placed." + state,
        by,
        at,
        Map.of("placement", placement.toString()));
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

  private static Placement placement(ResultSet row, int number) throws SQLException {
    return new Placement(
        row.getObject("id", UUID.class),
        row.getObject("resource_id", UUID.class),
        row.getString("name"),
        new CaseId(row.getObject("case_id", UUID.class)),
        new StudentId(row.getObject("student_id", UUID.class)),
        PlacementState.valueOf(row.getString("state")),
        row.getTimestamp("state_at").toInstant());
  }

  private static @Nullable Date day(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }

  private static @Nullable LocalDate day(@Nullable Date day) {
    return day == null ? null : day.toLocalDate();
  }
}
