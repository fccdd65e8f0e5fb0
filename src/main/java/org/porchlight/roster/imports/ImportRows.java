package org.porchlight.roster.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.ImportWarning;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads imports, their files and their errors. */
@Repository
class ImportRows {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Seal seal;

  ImportRows(JdbcClient jdbc, ObjectMapper json, Seal seal) {
    this.jdbc = jdbc;
    this.json = json;
    this.seal = seal;
  }

  Optional<ImportView> find(UUID id) {
    return jdbc.sql("select * from roster.import where id = ?")
        .param(id)
        .query((row, n) -> view(row))
        .optional();
  }

  List<ImportView> recent(DistrictId district) {
    return jdbc.sql(
            "select * from roster.import where district_id = ? order by created_at desc limit 50")
        .param(district.value())
        .query((row, n) -> view(row))
        .list();
  }

  List<RowError> errors(UUID id, int limit, boolean values) {
    return jdbc.sql(
            """
            select coalesce(f.name, '') as file, e.* from roster.import_error e
            left join roster.import_file f on f.import_id = e.import_id and f.file_no = e.file_no
            where e.import_id = ? order by e.error_no limit ?
            """)
        .params(id, limit)
        .query(
            (row, n) ->
                new RowError(
                    row.getString("file"),
                    row.getLong("row_no"),
                    row.getString("kind"),
                    row.getString("field"),
                    row.getString("rule"),
                    values ? seal.openText(row.getBytes("sealed_value")) : null))
        .list();
  }

  private ImportView view(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new ImportView(
        id,
        row.getObject("district_id", UUID.class),
        row.getString("format"),
        row.getBoolean("partial"),
        ImportView.State.valueOf(row.getString("state")),
        row.getString("refusal"),
        row.getBoolean("needs_override"),
        json.readValue(row.getString("counts"), new TypeReference<Map<String, Counts>>() {}),
        json.readValue(row.getString("warnings"), new TypeReference<List<ImportWarning>>() {}),
        row.getLong("errors"),
        files(id),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "checked_at"),
        instant(row, "applied_at"),
        instant(row, "files_deleted_at") != null);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private List<ImportView.File> files(UUID id) {
    return jdbc.sql("select * from roster.import_file where import_id = ? order by file_no")
        .param(id)
        .query(
            (row, n) ->
                new ImportView.File(
                    row.getInt("file_no"),
                    row.getString("name"),
                    row.getLong("bytes"),
                    row.getString("sha256")))
        .list();
  }
}
