package org.porchlight.roster.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.RowSink;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.ObjectMapper;

/** Writes rows to the staging tables in batches of bounded size, by COPY. */
final class Staging implements RowSink {

  static final int BATCH = 2_000;
  static final int LONGEST_KEY = 400;
  private static final Pattern ALIAS = Pattern.compile("@\\{[^{}]{1,200}}");
  private static final String SEPARATOR = "\u001f";

  private final UUID importId;
  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final ErrorLog errors;
  private final StringBuilder lines = new StringBuilder();
  private final List<Object[]> aliases = new ArrayList<>();
  private final Map<String, Long> setAside = new HashMap<>();
  private final Set<String> nameless = new HashSet<>();
  private int inBatch;
  private int largestBatch;

  Staging(UUID importId, JdbcTemplate jdbc, ObjectMapper json, ErrorLog errors) {
    this.importId = importId;
    this.jdbc = jdbc;
    this.json = json;
    this.errors = errors;
  }

  @Override
  public void accept(SourceRow at, CanonicalRecord row) {
    if (row.key().length() > LONGEST_KEY || row.scope().length() > LONGEST_KEY) {
      quarantine(at, row.kind(), null, "id", Rule.TOO_LONG, row.key());
      return;
    }
    String refs = String.join(SEPARATOR, row.needs());
    append(at, row.kind(), row.key(), json.writeValueAsString(row), refs, row.scope(), null);
  }

  @Override
  public void quarantine(
      SourceRow at, String kind, @Nullable String key, String field, Rule rule, String value) {
    errors.note(at, kind, field, rule, value);
    if (key == null || key.length() > LONGEST_KEY) {
      setAside.merge(kind, 1L, Long::sum);
      nameless.add(kind);
    } else {
      append(at, kind, key, "{}", "", "", rule.name());
    }
  }

  @Override
  public void flag(SourceRow at, String kind, String field, Rule rule, String value) {
    errors.note(at, kind, field, rule, value);
  }

  @Override
  public void alias(SourceRow at, String kind, String alias, String key) {
    aliases.add(new Object[] {importId, at.file(), RowSink.aliased(kind, alias), key});
    count();
  }

  private void append(
      SourceRow at,
      String kind,
      String key,
      String payload,
      String refs,
      String scope,
      @Nullable String quarantined) {
    field(importId.toString()).append(',');
    field(kind).append(',');
    field(key).append(',');
    field(payload.replace("\\u0000", "")).append(',');
    field(refs).append(',');
    field(scope).append(',');
    lines.append(at.file()).append(',').append(at.row()).append(',');
    field(unresolved(key)).append(',');
    if (quarantined != null) {
      field(quarantined);
    }
    lines.append('\n');
    count();
  }

  private StringBuilder field(String text) {
    return lines.append('"').append(text.replace("\u0000", "").replace("\"", "\"\"")).append('"');
  }

  private static String unresolved(String key) {
    Matcher found = ALIAS.matcher(key);
    return found.find() ? found.group() : "";
  }

  private void count() {
    inBatch++;
    largestBatch = Math.max(largestBatch, inBatch);
    if (inBatch >= BATCH) {
      flush();
    }
  }

  /** Writes what is still in memory. */
  void flush() {
    errors.flush();
    jdbc.batchUpdate(
        "insert into roster.import_alias (import_id, file_no, alias, key) values (?, ?, ?, ?)",
        aliases);
    aliases.clear();
    if (!lines.isEmpty()) {
      jdbc.execute(
          (ConnectionCallback<Long>) connection -> copy(connection.unwrap(PGConnection.class)));
    }
    lines.setLength(0);
    inBatch = 0;
  }

  private Long copy(PGConnection connection) throws SQLException {
    try {
      return connection
          .getCopyAPI()
          .copyIn(
              "copy roster.import_row (import_id, kind, key, payload, refs, scope, file_no, row_no, unresolved,"
                  + " quarantined) from stdin (format csv, force_null (quarantined))",
              new StringReader(lines.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Rows could not be staged", e);
    }
  }

  /** Rows that were set aside without a key, per kind. */
  Map<String, Long> setAsideNameless() {
    return setAside;
  }

  /**
   * Kinds of which nothing may be removed: a row that was set aside may be the one that looks
   * deleted.
   */
  Set<String> nameless() {
    return nameless;
  }

  int largestBatch() {
    return largestBatch;
  }
}
