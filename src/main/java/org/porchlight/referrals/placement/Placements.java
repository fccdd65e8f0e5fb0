package org.porchlight.referrals.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.Program;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The students placed in programs, each in a program once. */
@Component
@Transactional
public class Placements {

  private final JdbcClient jdbc;
  private final ProgramOffers programs;
  private final Cases cases;

  Placements(JdbcClient jdbc, ProgramOffers programs, Cases cases) {
    this.jdbc = jdbc;
    this.programs = programs;
    this.cases = cases;
  }

  /**
   * Offers a place, or puts the student on the wait list where no seat is free. A student who is in
   * the program, or has been offered it, stays as they are.
   *
   * @throws NoSuchElementException where the case's district has no such program
   */
  public UUID offer(CaseId id, StudentId student, UUID resource, UserId by, Instant at) {
    DistrictId district = cases.get(id).district();
    programs.hold(resource);
    Program program = programs.find(district, resource).orElseThrow();
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
    programs.hold(resource);
    Placement now = find(placement).orElseThrow();
    boolean takesSeat = next.seated() && !now.state().seated();
    if (!now.state().mayBecome(next)) {
      throw new IllegalStateException(
          "Placement %s is %s and cannot become %s".formatted(placement, now.state(), next));
    }
    if (takesSeat
        && programs
            .find(cases.get(now.caseId()).district(), resource)
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
}
