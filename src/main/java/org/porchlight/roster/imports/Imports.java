package org.porchlight.roster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.BulkReads;
import org.porchlight.access.Role;
import org.porchlight.roster.Districts;
import org.porchlight.roster.ImportFormat;
import org.porchlight.roster.UnreadableFile;
import org.porchlight.shared.DistrictId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports: a dry run first, then applied as a whole or not at all. */
@Service
public class Imports {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  private final JdbcClient jdbc;
  private final ImportRows rows;
  private final DryRun dryRun;
  private final Storing storing;
  private final Uploads uploads;
  private final Districts districts;
  private final BulkReads bulkReads;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<String, ImportFormat> formats = new TreeMap<>();

  Imports(
      JdbcClient jdbc,
      ImportRows rows,
      DryRun dryRun,
      Storing storing,
      Uploads uploads,
      Districts districts,
      BulkReads bulkReads,
      TransactionTemplate transaction,
      Clock clock,
      List<ImportFormat> formats) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.dryRun = dryRun;
    this.storing = storing;
    this.uploads = uploads;
    this.districts = districts;
    this.bulkReads = bulkReads;
    this.transaction = transaction;
    this.clock = clock;
    formats.forEach(format -> this.formats.put(format.name(), format));
  }

  /**
   * @param name as the person's system called it: shown in errors
   */
  public record Upload(String name, InputStreamSource content) {}

  public List<String> formats() {
    return List.copyOf(formats.keySet());
  }

  /**
   * Stores the files, encrypted, and makes the dry run. A file that cannot be trusted refuses the
   * import; see its {@code refusal}.
   */
  public ImportView upload(
      Actor by, DistrictId district, String format, boolean partial, List<Upload> files) {
    mayImport(by, district);
    ImportFormat reading = formats.get(format);
    if (reading == null) {
      throw ImportProblem.unknownFormat(String.join(", ", formats.keySet()));
    }
    if (files.isEmpty()) {
      throw ImportProblem.noFile();
    }
    ImportView received = receive(by, district, format, partial, files);
    try {
      dryRun.run(received, reading);
    } catch (UnreadableFile unreadable) {
      jdbc.sql("update roster.import set state = 'REFUSED', refusal = :refusal where id = :id")
          .param("refusal", unreadable.getMessage())
          .param("id", received.id())
          .update();
    } catch (IOException e) {
      throw new UncheckedIOException("A stored upload cannot be read: check the data folder", e);
    } catch (DataAccessException e) {
      throw refused(received.id(), e);
    }
    return rows.find(received.id()).orElseThrow(ImportProblem::notFound);
  }

  private ImportView receive(
      Actor by, DistrictId district, String format, boolean partial, List<Upload> files) {
    UUID id = UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
              insert into roster.import (id, district_id, format, partial, state, created_by, created_at)
              values (?, ?, ?, ?, 'RECEIVED', ?, ?)
              """)
              .params(id, district.value(), format, partial, by.id().value(), now())
              .update();
          for (int no = 1; no <= files.size(); no++) {
            store(id, no, files.get(no - 1));
          }
        });
    return rows.find(id).orElseThrow(ImportProblem::notFound);
  }

  private void store(UUID id, int no, Upload file) {
    try (InputStream in = file.content().getInputStream()) {
      Uploads.Stored stored = uploads.store(id, no, in);
      jdbc.sql(
              "insert into roster.import_file (import_id, file_no, name, bytes, sha256) values (?, ?, ?, ?, ?)")
          .params(id, no, file.name(), stored.bytes(), stored.sha256())
          .update();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The upload cannot be stored: check the free space of the data folder", e);
    }
  }

  /**
   * Applies a checked import in one transaction.
   *
   * @param override a person has read that more would change than the settings allow
   */
  public ImportView apply(Actor by, UUID id, boolean override) {
    ImportView checked = find(by, id);
    DistrictId district = new DistrictId(checked.district());
    try {
      transaction.executeWithoutResult(
          status -> {
            long version = storing.lock(district);
            ImportView now = rows.find(id).orElseThrow(ImportProblem::notFound);
            if (!now.applicable()) {
              throw ImportProblem.notChecked(now.state());
            }
            if (version != checkedVersion(id)) {
              throw ImportProblem.rosterChanged();
            }
            if (now.needsOverride() && !override) {
              throw ImportProblem.tooMuch();
            }
            storing.store(id, district);
            jdbc.sql(
                    "update roster.import set state = 'APPLIED', applied_at = ?, applied_by = ? where id = ?")
                .params(now(), by.id().value(), id)
                .update();
          });
    } catch (DataAccessException e) {
      throw refused(id, e);
    }
    return rows.find(id).orElseThrow(ImportProblem::notFound);
  }

  private long checkedVersion(UUID id) {
    return jdbc.sql("select roster_version from roster.import where id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  public ImportView find(Actor by, UUID id) {
    ImportView found = rows.find(id).orElseThrow(ImportProblem::notFound);
    if (by.district() != null && !by.district().value().equals(found.district())) {
      throw ImportProblem.notFound();
    }
    mayImport(by, new DistrictId(found.district()));
    return found;
  }

  public List<ImportView> recent(Actor by, DistrictId district) {
    mayImport(by, district);
    return rows.recent(district);
  }

  public List<RowError> errors(Actor by, UUID id, int limit) {
    return rows.errors(find(by, id).id(), limit, false);
  }

  /** With the values: for administrators only, and on record. */
  public List<RowError> quarantine(Actor by, UUID id, int limit) {
    if (!by.has(Role.ADMINISTRATOR)) {
      throw ImportProblem.notAllowed();
    }
    UUID found = find(by, id).id();
    bulkReads.record(by.id(), BulkReads.What.QUARANTINE, found);
    return rows.errors(found, limit, true);
  }

  private void mayImport(Actor by, DistrictId district) {
    if (!by.has(Role.ADMINISTRATOR) && !by.has(Role.COORDINATOR)) {
      throw ImportProblem.notAllowed();
    }
    boolean inScope =
        by.district() == null ? by.has(Role.ADMINISTRATOR) : by.district().equals(district);
    if (!inScope || districts.find(district).isEmpty()) {
      throw ImportProblem.unknownDistrict();
    }
  }

  /** The database's message may quote a row: only its code goes on. */
  private static ImportProblem refused(UUID id, DataAccessException e) {
    String state =
        e.getMostSpecificCause() instanceof SQLException sql ? sql.getSQLState() : "unknown";
    LOG.error("The database refused import {} with SQL state {}", id, state);
    return ImportProblem.database(state);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
