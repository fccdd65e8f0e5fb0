package org.porchlight.roster.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.RosterLoader;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

@Service
class StagedLoader implements RosterLoader {

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Analysis analysis;
  private final Tally tally;
  private final Storing storing;

  StagedLoader(
      JdbcTemplate jdbc, ObjectMapper json, Analysis analysis, Tally tally, Storing storing) {
    this.jdbc = jdbc;
    this.json = json;
    this.analysis = analysis;
    this.tally = tally;
    this.storing = storing;
  }

  @Override
  @Transactional
  public Map<String, Long> load(DistrictId district, Stream<? extends CanonicalRecord> records) {
    storing.lock(district);
    UUID importId = UUID.randomUUID();
    Staging staging = new Staging(importId, jdbc, json, new Refusing());
    long[] row = {0};
    records.forEach(record -> staging.accept(new SourceRow(1, ++row[0]), record));
    staging.flush();
    analysis.judge(importId, district, false);
    analysis.noteErrors(importId, new Refusing());
    Map<String, Long> stored = new LinkedHashMap<>();
    tally
        .counts(importId, Map.of())
        .forEach((kind, counts) -> stored.put(kind, counts.created() + counts.changed()));
    storing.store(importId, district);
    return stored;
  }

  /** Whoever loads records directly made them: an error in them is a bug. */
  private static final class Refusing implements ErrorLog {
    @Override
    public void note(SourceRow at, String kind, String field, Rule rule, String value) {
      throw new IllegalArgumentException(
          "Record " + at.row() + " of kind " + kind + ": " + field + " " + rule);
    }

    @Override
    public void flush() {}
  }
}
