package org.porchlight.messaging.translation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.translation.TextVersion.Mark;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions, as kept. */
@Repository
class TextVersions {

  private final JdbcClient jdbc;

  TextVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<TextVersion> all() {
    return jdbc.sql("select * from messaging.text_version order by id")
        .query(TextVersions::read)
        .list();
  }

  /** Oldest first. */
  List<TextVersion> of(String language, String key) {
    return jdbc.sql(
            "select * from messaging.text_version where language = ? and key = ? order by id")
        .params(language, key)
        .query(TextVersions::read)
        .list();
  }

  /** In all languages, oldest first. */
  List<TextVersion> of(String key) {
    return jdbc.sql("select * from messaging.text_version where key = ? order by id")
        .param(key)
        .query(TextVersions::read)
        .list();
  }

  /** One person at a time per text, until the transaction ends. */
  void lock(String language, String key) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:text, 430))")
        .param("text", language + ":" + key)
        .query((row, number) -> number)
        .list();
  }

  long add(TextVersion version, Instant now) {
    long id =
        jdbc.sql(
                """
                insert into messaging.text_version (language, key, body, english, source, written_by, written_at,
                  reviewed_by, reviewed_at, approved_by, approved_at)
                values (:language, :key, :body, :english, :source, :writtenBy, :writtenAt,
                  :reviewedBy, :reviewedAt, :approvedBy, :approvedAt)
                returning id
                """)
            .param("language", version.language())
            .param("key", version.key())
            .param("body", version.body())
            .param("english", version.english())
            .param("source", version.source().name())
            .param("writtenBy", by(version.written()), Types.OTHER)
            .param("writtenAt", Timestamp.from(now))
            .param("reviewedBy", by(version.reviewed()), Types.OTHER)
            .param("reviewedAt", at(version.reviewed()), Types.TIMESTAMP)
            .param("approvedBy", by(version.approved()), Types.OTHER)
            .param("approvedAt", at(version.approved()), Types.TIMESTAMP)
            .query(Long.class)
            .single();
    changed();
    return id;
  }

  void review(long id, UserId by, Instant now) {
    mark("reviewed", id, by, now);
  }

  void approve(long id, UserId by, Instant now) {
    mark("approved", id, by, now);
  }

  void withdraw(long id, UserId by, Instant now) {
    mark("withdrawn", id, by, now);
  }

  private void mark(String what, long id, UserId by, Instant now) {
    jdbc.sql(
            "update messaging.text_version set "
                + what
                + "_by = ?, "
                + what
                + "_at = ? where id = ? and "
                + what
                + "_at is null")
        .params(by.value(), Timestamp.from(now), id)
        .update();
    changed();
  }

  /** Waits for others who change texts: the number that a reader sees is never behind the rows. */
  private void changed() {
    jdbc.sql("update messaging.text_change set number = number + 1").update();
  }

  long changes() {
    return jdbc.sql("select number from messaging.text_change").query(Long.class).single();
  }

  private static @Nullable UUID by(@Nullable Mark mark) {
    UserId by = mark == null ? null : mark.by();
    return by == null ? null : by.value();
  }

  private static @Nullable Timestamp at(@Nullable Mark mark) {
    return mark == null ? null : Timestamp.from(mark.at());
  }

  private static TextVersion read(ResultSet row, int number) throws SQLException {
    return new TextVersion(
        row.getLong("id"),
        row.getString("language"),
        row.getString("key"),
        row.getString("body"),
        row.getString("english"),
        TextVersion.Source.valueOf(row.getString("source")),
        mark(row, "written"),
        mark(row, "reviewed"),
        mark(row, "approved"),
        mark(row, "withdrawn"));
  }

  private static @Nullable Mark mark(ResultSet row, String what) throws SQLException {
    Timestamp at = row.getTimestamp(what + "_at");
    UUID by = row.getObject(what + "_by", UUID.class);
    return at == null ? null : new Mark(by == null ? null : new UserId(by), at.toInstant());
  }
}
