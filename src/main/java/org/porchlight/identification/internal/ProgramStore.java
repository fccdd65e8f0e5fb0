package org.porchlight.identification.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of each district's settings; rows are only ever added. */
@Repository
class ProgramStore {

  private final JdbcClient jdbc;
  private final SettingsJson json;

  ProgramStore(JdbcClient jdbc, SettingsJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Until the end of the transaction nobody else changes this district's settings. */
  void lock(DistrictId district) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('program'), hashtext(:district))")
        .param("district", district.toString())
        .query(Integer.class)
        .single();
  }

  /** Newest first. */
  List<Version> all(DistrictId district) {
    return jdbc.sql(
            "select * from identification.program where district = :district order by version desc")
        .param("district", district.value())
        .query(
            (row, n) -> {
              UUID by = row.getObject("changed_by", UUID.class);
              int version = row.getInt("version");
              return new Version(
                  json.read(row.getString("settings"), version),
                  by == null ? null : new UserId(by),
                  row.getObject("changed_at", OffsetDateTime.class).toInstant());
            })
        .list();
  }

  /** What holds now. */
  ProgramSettings current(DistrictId district) {
    return jdbc.sql(
            """
            select version, settings from identification.program
            where district = :district order by version desc limit 1
            """)
        .param("district", district.value())
        .query((row, n) -> json.read(row.getString("settings"), row.getInt("version")))
        .optional()
        .orElseGet(ProgramSettings::defaults);
  }

  Optional<ProgramSettings> find(DistrictId district, int version) {
    return jdbc.sql(
            """
            select settings from identification.program
            where district = :district and version = :version
            """)
        .param("district", district.value())
        .param("version", version)
        .query((row, n) -> json.read(row.getString("settings"), version))
        .optional();
  }

  void add(DistrictId district, ProgramSettings settings, @Nullable UserId by, Instant at) {
    jdbc.sql(
            """
            insert into identification.program (district, version, settings, changed_by, changed_at)
            values (:district, :version, cast(:settings as jsonb), :by, :at)
            """)
        .param("district", district.value())
        .param("version", settings.version())
        .param("settings", json.write(settings))
        .param("by", by == null ? null : by.value(), Types.OTHER)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** One version, who made it and when. */
  record Version(ProgramSettings settings, @Nullable UserId by, Instant at) {}
}
