package org.porchlight.visits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The logs as they stand, and what they said before they were amended. */
@Repository
class WrittenLogs {

  private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WrittenLogs(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A text with who wrote it. */
  record Text(int version, Map<String, Object> answers, UserId by, Instant at) {}

  /**
   * A log as it stands.
   *
   * @param submission by which pages name it
   * @param exceptions codes of {@link Fidelity}
   */
  record Written(
      UUID id,
      UUID submission,
      UUID appointment,
      CaseId caseId,
      VisitOutcome outcome,
      UserId loggedBy,
      List<String> exceptions,
      Place place,
      Text text) {}

  /**
   * Where and how it took place, as {@link VisitFacts}; null in logs from before these were kept.
   */
  record Place(
      @Nullable String code,
      @Nullable Integer minutes,
      @Nullable String language,
      @Nullable String interpreter) {}

  Optional<Written> find(UUID submission) {
    return jdbc.sql("select *, answers::text as said from visits.visit_log where submission = ?")
        .param(submission)
        .query(
            (row, number) ->
                new Written(
                    row.getObject("id", UUID.class),
                    submission,
                    row.getObject("appointment", UUID.class),
                    new CaseId(row.getObject("case_id", UUID.class)),
                    VisitOutcome.valueOf(row.getString("outcome")),
                    new UserId(row.getObject("logged_by", UUID.class)),
                    List.of((String[]) row.getArray("exceptions").getArray()),
                    new Place(
                        row.getString("place"),
                        row.getObject("minutes", Integer.class),
                        row.getString("language"),
                        row.getString("interpreter")),
                    text(row)))
        .optional();
  }

  /** Newest first. */
  List<Text> earlier(UUID log) {
    return jdbc.sql(
            """
            select *, answers::text as said from visits.earlier_log where log = ?
            order by version desc
            """)
        .param(log)
        .query((row, number) -> text(row))
        .list();
  }

  /** False where somebody amended it since: nothing changes. */
  boolean amend(Written log, VisitLogs.Content now, UserId by, Instant at) {
    VisitFacts facts = now.facts();
    int kept =
        jdbc.sql(
                """
                insert into visits.earlier_log
                select id, version, answers, written_by, written_at from visits.visit_log
                where id = :id and version = :version
                on conflict do nothing
                """)
            .param("id", log.id())
            .param("version", log.text().version())
            .update();
    return kept == 1
        && VisitLogs.bind(
                    jdbc.sql(
                        """
                        update visits.visit_log set version = version + 1, written_by = :by,
                          written_at = :at, exceptions = :exceptions, answers = :answers::jsonb,
                          visited_on = :day, minutes = :minutes, place = :place,
                          both_visitors = :both, language = :language, interpreter = :interpreter,
                          barriers = :barriers
                        where id = :id and version = :version
                        """),
                    facts,
                    now.exceptions())
                .param("answers", json.writeValueAsString(now.answers()))
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", log.id())
                .param("version", log.text().version())
                .update()
            == 1;
  }

  private Text text(ResultSet row) throws SQLException {
    return new Text(
        row.getInt("version"),
        json.readValue(row.getString("said"), ANSWERS),
        new UserId(row.getObject("written_by", UUID.class)),
        row.getTimestamp("written_at").toInstant());
  }
}
