package org.porchlight.roster.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportWarning;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts an import and says whether too much would change. */
@Component
class Tally {

  private final JdbcClient jdbc;
  private final Collection<ImportKind> kinds;
  private final ImportSettings settings;

  Tally(JdbcClient jdbc, List<ImportKind> kinds, ImportSettings settings) {
    this.jdbc = jdbc;
    this.kinds = kinds.stream().sorted(Comparator.comparingInt(ImportKind::order)).toList();
    this.settings = settings;
  }

  Map<String, Counts> counts(UUID importId, Map<String, Long> nameless) {
    Map<String, Counts> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select kind, count(*) filter (where file_no > 0 or quarantined is not null or change is not null) as read,
              count(*) filter (where change = 'C') as created, count(*) filter (where change = 'U') as changed,
              count(*) filter (where change = 'N') as unchanged, count(*) filter (where quarantined is not null) as quarantined,
              (select count(*) from roster.import_removal x where x.import_id = :id and x.kind = r.kind) as removed
            from roster.import_row r where import_id = :id group by kind
            """)
        .param("id", importId)
        .query(
            row -> {
              long unnamed = nameless.getOrDefault(row.getString("kind"), 0L);
              found.put(
                  row.getString("kind"),
                  new Counts(
                      row.getLong("read") + unnamed,
                      row.getLong("created"),
                      row.getLong("changed"),
                      row.getLong("unchanged"),
                      row.getLong("removed"),
                      row.getLong("quarantined") + unnamed));
            });
    nameless.forEach((kind, rows) -> found.putIfAbsent(kind, new Counts(rows, 0, 0, 0, 0, rows)));
    Map<String, Counts> sorted = new LinkedHashMap<>();
    kinds.forEach(
        kind -> {
          Counts counts = found.get(kind.name());
          if (counts != null) {
            sorted.put(kind.name(), counts);
          }
        });
    return sorted;
  }

  /**
   * One warning for each kind of which more than the allowed part would go or change: such an
   * import waits for a person's override.
   */
  List<ImportWarning> tooMuch(UUID importId, DistrictId district, Map<String, Counts> counts) {
    List<ImportWarning> stops = new ArrayList<>();
    for (ImportKind kind : kinds) {
      Counts of = counts.get(kind.name());
      if (of == null || Math.max(of.removed(), of.changed()) <= settings.alwaysAllowed()) {
        continue;
      }
      long known = known(importId, district, kind);
      if (of.removed() > settings.alwaysAllowed()
          && of.removed() > settings.maxRemovedShare() * known) {
        stops.add(stop("imports.warning.tooManyRemoved", kind, of.removed(), known));
      }
      if (of.changed() > settings.alwaysAllowed()
          && of.changed() > settings.maxChangedShare() * known) {
        stops.add(stop("imports.warning.tooManyChanged", kind, of.changed(), known));
      }
    }
    return stops;
  }

  private static ImportWarning stop(String key, ImportKind kind, long of, long known) {
    return new ImportWarning(key, List.of(kind.name(), Long.toString(of), Long.toString(known)));
  }

  /** What the source said before of the part that this import covers. */
  private long known(UUID importId, DistrictId district, ImportKind kind) {
    String covered =
        kind.coverage() == ImportKind.Coverage.NOTHING ? "" : Analysis.covered(kind.coverage());
    return jdbc.sql(
            "select count(*) from roster.source_record s "
                + covered
                + " where s.district_id = :district and s.kind = :kind and cast(:id as uuid) is not null")
        .param("id", importId)
        .param("district", district.value())
        .param("kind", kind.name())
        .query(Long.class)
        .single();
  }
}
