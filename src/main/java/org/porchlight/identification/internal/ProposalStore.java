package org.porchlight.identification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.identification.internal.Ranking.Ranked;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of proposals. Writers hold the district's lock, so that a run and a decision never
 * cross.
 */
@Repository
class ProposalStore {

  private final JdbcClient jdbc;

  ProposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction nobody else proposes or decides in this district. */
  void lock(DistrictId district) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('identification'), hashtext(:district))")
        .param("district", district.toString())
        .query(Integer.class)
        .single();
  }

  Map<FamilyId, Open> open(DistrictId district) {
    Map<FamilyId, Open> open = new HashMap<>();
    jdbc.sql(
            "select id, family, school, as_of from identification.proposal where district = :district and state = 'PROPOSED'")
        .param("district", district.value())
        .query(
            row -> {
              UUID school = row.getObject("school", UUID.class);
              open.put(
                  new FamilyId(row.getObject("family", UUID.class)),
                  new Open(
                      row.getObject("id", UUID.class),
                      row.getObject("as_of", LocalDate.class),
                      school == null ? null : new SchoolId(school)));
            });
    return open;
  }

  Set<FamilyId> onHold(DistrictId district, LocalDate today) {
    return families(
        jdbc.sql(
                """
                select family from identification.proposal
                where district = :district and state in ('POSTPONED', 'REFUSED') and holds_until > :today
                """)
            .param("district", district.value())
            .param("today", today));
  }

  /**
   * Accepted families whose case may not be there yet: it opens after the accepting transaction.
   */
  Set<FamilyId> acceptedSince(DistrictId district, Instant since) {
    return families(
        jdbc.sql(
                """
                select family from identification.proposal
                where district = :district and state = 'ACCEPTED' and decided_at > :since
                """)
            .param("district", district.value())
            .param("since", since.atOffset(ZoneOffset.UTC)));
  }

  void propose(DistrictId district, UUID run, LocalDate asOf, Ranked ranked, Instant at) {
    UUID id = UUID.randomUUID();
    insert(
        new NewProposal(
            id,
            district,
            ranked.candidate().family(),
            ranked.candidate().worst().school(),
            run,
            asOf,
            ranked.score(),
            false,
            at,
            null));
    writeParts(id, ranked.candidate().schools(), ranked.candidate().figures(), ranked.reasons());
  }

  void insert(NewProposal proposal) {
    jdbc.sql(
            """
            insert into identification.proposal
              (id, district, family, school, run, as_of, score, state, nominated, created_at, decided_at, decided_by)
            values (:id, :district, :family, :school, :run, :asOf, :score, :state, :nominated, :at, :decidedAt, :by)
            """)
        .param("id", proposal.id())
        .param("district", proposal.district().value())
        .param("family", proposal.family().value())
        .param(
            "school",
            proposal.school() == null ? null : proposal.school().value(),
            java.sql.Types.OTHER)
        .param("run", proposal.run(), java.sql.Types.OTHER)
        .param("asOf", proposal.asOf())
        .param("score", proposal.score())
        .param("state", proposal.nominated() ? "ACCEPTED" : "PROPOSED")
        .param("nominated", proposal.nominated())
        .param("at", proposal.at().atOffset(ZoneOffset.UTC))
        .param(
            "decidedAt",
            proposal.nominated() ? proposal.at().atOffset(ZoneOffset.UTC) : null,
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by", proposal.by() == null ? null : proposal.by().value(), java.sql.Types.OTHER)
        .update();
  }

  void refresh(UUID id, UUID run, LocalDate asOf, Ranked ranked) {
    jdbc.sql(
            """
            update identification.proposal set run = :run, as_of = :asOf, score = :score, school = :school
            where id = :id
            """)
        .param("id", id)
        .param("run", run)
        .param("asOf", asOf)
        .param("score", ranked.score())
        .param("school", ranked.candidate().worst().school().value())
        .update();
    for (String part : List.of("proposal_school", "proposal_student", "proposal_reason")) {
      jdbc.sql("delete from identification." + part + " where proposal = :id")
          .param("id", id)
          .update();
    }
    writeParts(id, ranked.candidate().schools(), ranked.candidate().figures(), ranked.reasons());
  }

  /** The one change of state that a proposal ever makes: from open to decided. */
  void close(
      UUID id, String state, @Nullable UserId by, Instant at, @Nullable LocalDate holdsUntil) {
    jdbc.sql(
            """
            update identification.proposal
            set state = :state, decided_by = :by, decided_at = :at, holds_until = :until
            where id = :id and state = 'PROPOSED'
            """)
        .param("id", id)
        .param("state", state)
        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("until", holdsUntil, java.sql.Types.DATE)
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(
            "select id, district, family, school, state from identification.proposal where id = :id")
        .param("id", id)
        .query(ProposalStore::row)
        .optional();
  }

  void writeParts(UUID id, Set<SchoolId> schools, List<Figures> students, List<Reason> reasons) {
    for (SchoolId school : schools) {
      jdbc.sql("insert into identification.proposal_school values (:id, :school)")
          .param("id", id)
          .param("school", school.value())
          .update();
    }
    for (Figures student : students) {
      jdbc.sql(
              "insert into identification.proposal_student values (:id, :student, :school, :absences, :days, :band)")
          .param("id", id)
          .param("student", student.student().value())
          .param("school", student.school().value())
          .param("absences", student.absences())
          .param("days", student.enrolledDays())
          .param("band", student.band().name())
          .update();
    }
    List<Reason> ordered = new ArrayList<>(reasons);
    for (int i = 0; i < ordered.size(); i++) {
      Reason reason = ordered.get(i);
      jdbc.sql(
              "insert into identification.proposal_reason values (:id, :position, :code, :points, :numbers)")
          .param("id", id)
          .param("position", i)
          .param("code", reason.code())
          .param("points", reason.points())
          .param("numbers", reason.numbers().toArray(Integer[]::new))
          .update();
    }
  }

  private static Set<FamilyId> families(JdbcClient.StatementSpec query) {
    return new HashSet<>(
        query.query((row, n) -> new FamilyId(row.getObject(1, UUID.class))).list());
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    UUID school = row.getObject("school", UUID.class);
    return new Row(
        row.getObject("id", UUID.class),
        new DistrictId(row.getObject("district", UUID.class)),
        new FamilyId(row.getObject("family", UUID.class)),
        school == null ? null : new SchoolId(school),
        row.getString("state").equals("PROPOSED"));
  }

  record Open(UUID id, LocalDate asOf, @Nullable SchoolId school) {}

  record Row(
      UUID id, DistrictId district, FamilyId family, @Nullable SchoolId school, boolean open) {}

  /** {@code nominated}: opened by hand, and decided in the same breath. */
  record NewProposal(
      UUID id,
      DistrictId district,
      FamilyId family,
      @Nullable SchoolId school,
      @Nullable UUID run,
      LocalDate asOf,
      int score,
      boolean nominated,
      Instant at,
      @Nullable UserId by) {}
}
