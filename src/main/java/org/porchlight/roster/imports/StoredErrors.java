package org.porchlight.roster.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notes errors of one import in the database: the first ones with their value, encrypted; the rest
 * are only counted.
 */
final class StoredErrors implements ErrorLog {

  private static final int BATCH = 500;
  private static final int LONGEST_VALUE = 500;

  private final UUID importId;
  private final JdbcTemplate jdbc;
  private final Seal seal;
  private final int maxListed;
  private final List<Object[]> batch = new ArrayList<>();
  private long count;

  StoredErrors(UUID importId, JdbcTemplate jdbc, Seal seal, int maxListed) {
    this.importId = importId;
    this.jdbc = jdbc;
    this.seal = seal;
    this.maxListed = maxListed;
  }

  @Override
  public void note(SourceRow at, String kind, String field, Rule rule, String value) {
    count++;
    if (count > maxListed) {
      return;
    }
    String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    batch.add(
        new Object[] {
          importId, count, at.file(), at.row(), kind, field, rule.name(), seal.sealText(shown)
        });
    if (batch.size() >= BATCH) {
      flush();
    }
  }

  @Override
  public void flush() {
    jdbc.batchUpdate(
        """
        insert into roster.import_error (import_id, error_no, file_no, row_no, kind, field, rule, sealed_value)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        batch);
    batch.clear();
  }

  long count() {
    return count;
  }
}
