package org.porchlight.roster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportWarning;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads the files of an import into staging and says what applying would do. Changes nothing else.
 */
@Component
class DryRun {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final ObjectMapper json;
  private final Uploads uploads;
  private final Seal seal;
  private final ImportSettings settings;
  private final Analysis analysis;
  private final Tally tally;
  private final List<ImportKind> kinds;
  private final Clock clock;

  DryRun(
      JdbcClient jdbc,
      JdbcTemplate batch,
      ObjectMapper json,
      Uploads uploads,
      Seal seal,
      ImportSettings settings,
      Analysis analysis,
      Tally tally,
      List<ImportKind> kinds,
      Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
    this.uploads = uploads;
    this.seal = seal;
    this.settings = settings;
    this.analysis = analysis;
    this.tally = tally;
    this.kinds = kinds;
    this.clock = clock;
  }

  /**
   * @throws org.porchlight.roster.UnreadableFile and then nothing of it is kept
   */
  @Transactional
  public void run(ImportView of, ImportFormat format) throws IOException {
    DistrictId district = new DistrictId(of.district());
    // Held to the end, so that nobody takes a reading that goes on for one that was cut off.
    jdbc.sql("select id from roster.import where id = ? for update")
        .param(of.id())
        .query(UUID.class)
        .single();
    long version =
        jdbc.sql("select roster_version from roster.district where id = ?")
            .param(district.value())
            .query(Long.class)
            .single();
    StoredErrors errors = new StoredErrors(of.id(), batch, seal, settings.maxListedErrors());
    Staging staging = new Staging(of.id(), batch, json, errors);
    readFiles(of, format, district, staging);
    staging.flush();
    List<ImportWarning> warnings =
        new ArrayList<>(analysis.judge(of.id(), district, format.mayMentionNewSchools()));
    if (!of.partial()) {
      analysis.listRemovals(of.id(), district, staging.nameless());
    }
    analysis.noteErrors(of.id(), errors);
    Map<String, Counts> counts = tally.counts(of.id(), staging.setAsideNameless());
    if (counts.isEmpty()) {
      warnings.add(new ImportWarning("imports.warning.nothingRead", List.of()));
    }
    List<ImportWarning> stops = tally.tooMuch(of.id(), district, counts);
    staging
        .nameless()
        .forEach(
            kind ->
                warnings.add(new ImportWarning("imports.warning.nothingRemoved", List.of(kind))));
    warnings.addAll(stops);
    kinds.forEach(kind -> warnings.addAll(kind.warnings(of.id(), district)));
    jdbc.sql(
            """
            update roster.import set state = 'CHECKED', roster_version = ?, counts = ?::jsonb, warnings = ?::jsonb, errors = ?,
              needs_override = ?, checked_at = ? where id = ?
            """)
        .params(
            version,
            json.writeValueAsString(counts),
            json.writeValueAsString(warnings),
            errors.count(),
            !stops.isEmpty(),
            clock.instant().atOffset(ZoneOffset.UTC),
            of.id())
        .update();
  }

  private void readFiles(ImportView of, ImportFormat format, DistrictId district, Staging staging)
      throws IOException {
    int[] next = {of.files().size()};
    for (ImportView.File file : of.files()) {
      try (InputStream in = uploads.open(of.id(), file.no())) {
        Unpacking.each(
            in,
            settings.maxUnpackedBytes(),
            (entry, unpacked) ->
                format.read(
                    district,
                    entry.isEmpty() ? file.no() : named(of.id(), ++next[0], file, entry),
                    unpacked,
                    staging));
      }
    }
  }

  /** Each file of a zip is a file of the import, so that an error can say where it is. */
  private int named(UUID id, int fileNo, ImportView.File zip, String entry) {
    jdbc.sql(
            "insert into roster.import_file (import_id, file_no, name, bytes, sha256) values (?, ?, ?, 0, '')")
        .params(id, fileNo, zip.name() + "/" + entry)
        .update();
    return fileNo;
  }
}
