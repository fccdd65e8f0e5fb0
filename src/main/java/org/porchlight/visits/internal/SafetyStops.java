package org.porchlight.visits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.Submission;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stops that stand; an expired one is as good as gone, and soon deleted. */
@Repository
class SafetyStops {

  private final JdbcClient jdbc;

  SafetyStops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A repeat does nothing. */
  void add(Appointment visit, Instant at, Instant expiresAt) {
    jdbc.sql(
            """
            insert into visits.safety_stop
              (appointment, case_id, family, place, place_note, since, expires_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(visit.id())
        .param(visit.caseId().value())
        .param(visit.family().value())
        .param(visit.place())
        .param(visit.placeNote())
        .param(at.atOffset(ZoneOffset.UTC))
        .param(expiresAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  void write(UUID visit, Submission note, List<String> facts, String words) {
    jdbc.sql(
            """
            update visits.safety_stop set submission = :submission, facts = :facts, words = :words,
              written_by = :by, written_at = :at
            where appointment = :visit
            """)
        .param("submission", note.id())
        .param("facts", facts.toArray(String[]::new))
        .param("words", words)
        .param("by", note.by().value())
        .param("at", note.at().atOffset(ZoneOffset.UTC))
        .param("visit", visit)
        .update();
  }

  void review(UUID visit, UserId by, Instant at, Instant expiresAt) {
    jdbc.sql(
            """
            update visits.safety_stop set reviewed_by = :by, reviewed_at = :at, expires_at = :until
            where appointment = :visit
            """)
        .param("by", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("until", expiresAt.atOffset(ZoneOffset.UTC))
        .param("visit", visit)
        .update();
  }

  Optional<SafetyStop> ofVisit(UUID visit, Instant now) {
    return jdbc.sql("select * from visits.safety_stop where appointment = ? and expires_at > ?")
        .params(visit, now.atOffset(ZoneOffset.UTC))
        .query(SafetyStops::stop)
        .optional();
  }

  /** The newest of a case. */
  Optional<SafetyStop> ofCase(CaseId id, Instant now) {
    return jdbc.sql(
            """
            select * from visits.safety_stop where case_id = ? and expires_at > ?
            order by since desc limit 1
            """)
        .params(id.value(), now.atOffset(ZoneOffset.UTC))
        .query(SafetyStops::stop)
        .optional();
  }

  /** Whether no visit may be planned at this place for now. */
  boolean stopped(FamilyId family, String place, @Nullable String placeNote, Instant now) {
    return jdbc
        .sql("select * from visits.safety_stop where family = ? and expires_at > ?")
        .params(family.value(), now.atOffset(ZoneOffset.UTC))
        .query(SafetyStops::stop)
        .stream()
        .anyMatch(stop -> stop.about(place, placeNote));
  }

  /** Deletes one that has expired, and says which submission held its words. */
  Optional<SafetyStop> takeExpired(Instant now) {
    return jdbc.sql(
            """
            delete from visits.safety_stop where appointment = (
              select appointment from visits.safety_stop where expires_at <= ?
              limit 1 for update skip locked)
            returning *
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query(SafetyStops::stop)
        .optional();
  }

  private static SafetyStop stop(ResultSet row, int number) throws SQLException {
    return new SafetyStop(
        row.getObject("appointment", UUID.class),
        row.getString("place"),
        row.getString("place_note"),
        row.getTimestamp("since").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getObject("submission", UUID.class),
        List.of((String[]) row.getArray("facts").getArray()),
        row.getString("words"),
        user(row, "written_by"),
        user(row, "reviewed_by"));
  }

  private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new UserId(id);
  }
}
