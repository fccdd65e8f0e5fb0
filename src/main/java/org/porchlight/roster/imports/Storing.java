package org.porchlight.roster.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.internal.FamilyFormation;
import org.porchlight.roster.internal.SchoolPlacement;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings judged rows into the roster. Always inside one transaction that holds the district's row.
 */
@Component
class Storing {

  private final JdbcClient jdbc;
  private final List<ImportKind> kinds;
  private final SchoolPlacement placement;
  private final FamilyFormation families;
  private final SchoolCalendars calendars;
  private final Clock clock;

  Storing(
      JdbcClient jdbc,
      List<ImportKind> kinds,
      SchoolPlacement placement,
      FamilyFormation families,
      SchoolCalendars calendars,
      Clock clock) {
    this.jdbc = jdbc;
    this.kinds = kinds.stream().sorted(Comparator.comparingInt(ImportKind::order)).toList();
    this.placement = placement;
    this.families = families;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Lets one change of a district's roster at a time through. Returns its version. */
  long lock(DistrictId district) {
    return jdbc.sql("select roster_version from roster.district where id = ? for update")
        .param(district.value())
        .query(Long.class)
        .single();
  }

  void store(UUID importId, DistrictId district) {
    joinWholeTables();
    kinds.forEach(kind -> kind.store(importId, district));
    kinds.reversed().forEach(kind -> kind.remove(importId, district));
    remember(importId, district);
    LocalDate today = LocalDate.ofInstant(clock.instant(), calendars.zone(district));
    placement.place(district, today);
    families.form(district);
    jdbc.sql("update roster.district set roster_version = roster_version + 1 where id = ?")
        .param(district.value())
        .update();
    forget(importId);
  }

  /**
   * For the rest of the transaction. The database has no figures yet on rows that came in the same
   * transaction, takes the tables for nearly empty and would run through them once per row: minutes
   * for 400 students.
   */
  private void joinWholeTables() {
    jdbc.sql("set local enable_nestloop = off").update();
  }

  private void remember(UUID importId, DistrictId district) {
    jdbc.sql(
            """
            insert into roster.source_record (district_id, kind, key, scope, md5)
            select :district, kind, key, scope, md5 from roster.import_row
            where import_id = :id and change in ('C', 'U')
            on conflict (district_id, kind, key) do update set scope = excluded.scope, md5 = excluded.md5
            """)
        .param("id", importId)
        .param("district", district.value())
        .update();
    jdbc.sql(
            """
            delete from roster.source_record s using roster.import_removal x
            where x.import_id = :id and s.district_id = :district and s.kind = x.kind and s.key = x.key
            """)
        .param("id", importId)
        .param("district", district.value())
        .update();
  }

  /** Empties the staging tables of one import. */
  void forget(UUID importId) {
    for (String table : List.of("import_row", "import_alias", "import_removal")) {
      jdbc.sql("delete from roster." + table + " where import_id = ?").param(importId).update();
    }
  }
}
