package org.porchlight.roster.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes uploads, staged rows and quarantined values once they were kept long enough. The counts
 * stay.
 */
@Component
class UploadCleanup {

  private static final Logger LOG = LoggerFactory.getLogger(UploadCleanup.class);

  /** From the commit that makes an import known to the reading that holds it: milliseconds. */
  private static final Duration HANDING_OVER = Duration.ofMinutes(1);

  /** Longest that an upload takes to arrive. By the disk's clock, not the program's. */
  private static final Duration UNKNOWN = Duration.ofHours(12);

  private final JdbcClient jdbc;
  private final Uploads uploads;
  private final Storing storing;
  private final ImportSettings settings;
  private final Clock clock;

  UploadCleanup(
      JdbcClient jdbc, Uploads uploads, Storing storing, ImportSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.uploads = uploads;
    this.storing = storing;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  @Transactional
  public void run() {
    var now = clock.instant();
    jdbc.sql(
            """
            select id from roster.import
            where files_deleted_at is null and coalesce(applied_at, created_at) < ? for update skip locked
            """)
        .param(now.minus(settings.keepUploads()).atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list()
        .forEach(
            id -> {
              delete(id);
              jdbc.sql(
                      """
                      update roster.import set files_deleted_at = ?, state = case state when 'CHECKED' then 'REFUSED' else state end,
                        refusal = case state when 'CHECKED' then 'Not applied in time: upload the files again' else refusal end
                      where id = ?
                      """)
                  .params(now.atOffset(ZoneOffset.UTC), id)
                  .update();
              LOG.info("Deleted the uploads of import {}", id);
            });
  }

  /**
   * A reading holds its import's row; one that nobody holds was cut off, by a crash for instance.
   */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT5S")
  @Transactional
  public void clearInterrupted() {
    var now = clock.instant();
    jdbc.sql(
            """
            select id from roster.import
            where state = 'RECEIVED' and created_at < ? for update skip locked
            """)
        .param(now.minus(HANDING_OVER).atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list()
        .forEach(
            id -> {
              delete(id);
              jdbc.sql(
                      "update roster.import set state = 'INTERRUPTED', files_deleted_at = ? where id = ?")
                  .params(now.atOffset(ZoneOffset.UTC), id)
                  .update();
              LOG.info("The reading of import {} was cut off: deleted its uploads", id);
            });
    clearUnknown();
  }

  /** Of uploads that were cut off before the database knew of them. */
  private void clearUnknown() {
    try {
      for (UUID id : uploads.leftSince(System.currentTimeMillis() - UNKNOWN.toMillis())) {
        boolean known =
            jdbc.sql("select exists (select from roster.import where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!known) {
          uploads.delete(id);
          LOG.info("Deleted the files of upload {}, which was cut off", id);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Uploads cannot be deleted: check the data folder", e);
    }
  }

  private void delete(UUID id) {
    storing.forget(id);
    jdbc.sql("delete from roster.import_error where import_id = ?").param(id).update();
    try {
      uploads.delete(id);
    } catch (IOException e) {
      throw new UncheckedIOException("Uploads cannot be deleted: check the data folder", e);
    }
  }
}
