package org.porchlight.identification.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.RunReport;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs made. */
@Repository
class RunStore {

  private final JdbcClient jdbc;

  RunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(RunReport run, DistrictId district, @Nullable UserId by, Instant at) {
    jdbc.sql(
            """
            insert into identification.run
              (id, district, as_of, started_by, started_at, chronic_students, families, proposed, refreshed, lapsed, served, on_hold,
               waiting, paused, settings_version, summer)
            values (:id, :district, :asOf, :by, :at, :students, :families, :proposed, :refreshed, :lapsed, :served, :onHold,
               :waiting, :paused, :version, :summer)
            """)
        .param("id", run.id())
        .param("district", district.value())
        .param("asOf", run.asOf())
        .param("by", by == null ? null : by.value(), Types.OTHER)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("students", run.chronicStudents())
        .param("families", run.families())
        .param("proposed", run.proposed())
        .param("refreshed", run.refreshed())
        .param("lapsed", run.lapsed())
        .param("served", run.served())
        .param("onHold", run.onHold())
        .param("waiting", run.waiting())
        .param("paused", run.paused())
        .param("version", run.settingsVersion())
        .param("summer", run.summer())
        .update();
  }

  Optional<RunReport> latest(DistrictId district) {
    return jdbc.sql(
            "select * from identification.run where district = :district order by started_at desc limit 1")
        .param("district", district.value())
        .query(
            (row, n) ->
                new RunReport(
                    row.getObject("id", UUID.class),
                    row.getObject("as_of", LocalDate.class),
                    row.getInt("chronic_students"),
                    row.getInt("families"),
                    row.getInt("proposed"),
                    row.getInt("refreshed"),
                    row.getInt("lapsed"),
                    row.getInt("served"),
                    row.getInt("on_hold"),
                    row.getInt("waiting"),
                    row.getInt("paused"),
                    row.getInt("settings_version"),
                    row.getBoolean("summer")))
        .optional();
  }
}
