package org.porchlight.messaging.translation.xliff;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.messaging.translation.TextVersion.Source;
import org.porchlight.messaging.translation.TranslationDesk;
import org.porchlight.messaging.translation.xliff.TranslatorFiles.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A translator's file: looked at first, applied as a whole or not at all. */
@Component
public class TranslatorImport {

  /** Bytes; all texts of a language are far below. */
  public static final int LARGEST = 2_000_000;

  private final JdbcClient jdbc;
  private final TranslatorFiles files;
  private final TranslationDesk desk;
  private final Clock clock;

  TranslatorImport(JdbcClient jdbc, TranslatorFiles files, TranslationDesk desk, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.desk = desk;
    this.clock = clock;
  }

  /** A file that was looked at. {@code applied}: its texts are drafts now. */
  public record Looked(UUID id, boolean applied, List<Row> rows) {}

  /**
   * Keeps the file, and changes no text.
   *
   * @throws UnreadableXliff where nothing of it can be used
   */
  @Transactional
  public UUID upload(Actor by, String language, byte[] file) {
    require(by);
    if (file.length > LARGEST) {
      throw new UnreadableXliff(
          "The file is larger than "
              + LARGEST / 1_000_000
              + " MB. It holds more than our texts: export the language here and start from that.");
    }
    files.look(language, file);
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into messaging.text_import (id, language, content, uploaded_by, uploaded_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(id, language, file, by.id().value(), Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  /** What the file would do now; of one that was applied, what is left to do. */
  @Transactional(readOnly = true)
  public Optional<Looked> find(Actor by, String language, UUID id) {
    require(by);
    return jdbc.sql("select * from messaging.text_import where id = ? and language = ?")
        .params(id, language)
        .query(
            (row, number) ->
                new Looked(
                    id,
                    row.getTimestamp("applied_at") != null,
                    files.look(language, row.getBytes("content"))))
        .optional();
  }

  /**
   * Makes drafts of this person from all that changed; a repeat changes nothing.
   *
   * @return how many
   * @throws org.porchlight.messaging.translation.TranslationRefused where somebody changed one of
   *     the texts at the same time: then none was saved
   */
  @Transactional
  public int apply(Actor by, String language, UUID id) {
    require(by);
    byte[] content =
        jdbc.sql(
                """
                update messaging.text_import set applied_by = ?, applied_at = ?
                where id = ? and language = ? and applied_at is null returning content
                """)
            .params(by.id().value(), Timestamp.from(clock.instant()), id, language)
            .query((row, number) -> row.getBytes("content"))
            .optional()
            .orElse(null);
    if (content == null) {
      return 0;
    }
    List<Row> changed = files.look(language, content).stream().filter(Row::applies).toList();
    changed.forEach(
        row ->
            desk.save(
                by,
                language,
                row.key(),
                String.valueOf(row.text()),
                row.base(),
                row.english(),
                Source.IMPORTED));
    return changed.size();
  }

  private static void require(Actor by) {
    if (!TranslationDesk.may(by)) {
      throw new AccessDeniedException("Translators' files are for coordinators and administrators");
    }
  }
}
