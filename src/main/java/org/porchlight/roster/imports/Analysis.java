package org.porchlight.roster.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportKind.Coverage;
import org.porchlight.roster.ImportWarning;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges staged rows against each other and against what the source said before: aliases,
 * duplicates, references, changes, removals.
 */
@Component
class Analysis {

  private static final int ALIASES_IN_ONE_KEY = 4;
  private final JdbcClient jdbc;
  private final Collection<ImportKind> kinds;

  Analysis(JdbcClient jdbc, List<ImportKind> kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /** Sets aside what cannot be stored and marks the rest as created, changed or unchanged. */
  List<ImportWarning> judge(UUID importId, DistrictId district, boolean mayMentionNewSchools) {
    jdbc.sql("analyze roster.import_row").update();
    resolveAliases(importId);
    setAsideDuplicates(importId);
    List<ImportWarning> warnings = new ArrayList<>();
    if (mayMentionNewSchools) {
      int mentioned = mentionSchools(importId, district);
      if (mentioned > 0) {
        warnings.add(
            new ImportWarning(
                "imports.warning.schoolsByNumber", List.of(Integer.toString(mentioned))));
      }
    }
    while (setAsideUnknownReferences(importId, district) > 0) {
      // A row that is set aside may be what another one needs.
    }
    markChanges(importId, district);
    return warnings;
  }

  private void resolveAliases(UUID importId) {
    for (int i = 0; i < ALIASES_IN_ONE_KEY; i++) {
      int resolved =
          jdbc.sql(
                  """
                  update roster.import_row r set
                    key = replace(r.key, a.alias, a.key),
                    refs = replace(r.refs, a.alias, a.key),
                    scope = replace(r.scope, a.alias, a.key),
                    payload = replace(r.payload::text, a.alias, btrim(to_json(a.key)::text, '"'))::jsonb,
                    unresolved = coalesce(substring(replace(r.key, a.alias, a.key) from '@\\{[^{}]+\\}'), '')
                  from (select distinct on (file_no, alias) file_no, alias, key from roster.import_alias
                        where import_id = :id order by file_no, alias, key) a
                  where r.import_id = :id and r.unresolved <> '' and r.file_no = a.file_no and r.unresolved = a.alias
                  """)
              .param("id", importId)
              .update();
      if (resolved == 0) {
        break;
      }
    }
    setAside(importId, Rule.UNKNOWN_REFERENCE, "unresolved <> ''");
  }

  /**
   * Of equal rows the first is kept; of rows that differ under one key none is, because nobody
   * knows which is right.
   */
  private void setAsideDuplicates(UUID importId) {
    jdbc.sql(
            """
            update roster.import_row r set quarantined = case when d.versions > 1 then 'DUPLICATE' else 'REPEATED' end
            from (
              select k.ctid as row_id, n.versions, row_number() over (partition by k.kind, k.key order by k.file_no, k.row_no) as nth
              from roster.import_row k
              join (select kind, key, count(distinct md5) as versions from roster.import_row
                    where import_id = :id and quarantined is null
                    group by kind, key having count(*) > 1) n on n.kind = k.kind and n.key = k.key
              where k.import_id = :id and k.quarantined is null) d
            where r.import_id = :id and r.ctid = d.row_id and (d.versions > 1 or d.nth > 1)
            """)
        .param("id", importId)
        .update();
  }

  private static final String MISSING =
      """
      from (select distinct unnest(string_to_array(refs, E'\\x1f')) as ref from roster.import_row
            where import_id = :id and quarantined is null and refs <> '') n
      where not exists (
        select from roster.import_row t where t.import_id = :id and t.quarantined is null
          and t.kind = split_part(n.ref, ':', 1) and t.key = substr(n.ref, position(':' in n.ref) + 1))
      and not exists (
        select from roster.source_record s where s.district_id = :district
          and s.kind = split_part(n.ref, ':', 1) and s.key = substr(n.ref, position(':' in n.ref) + 1))
      """;

  private int mentionSchools(UUID importId, DistrictId district) {
    return jdbc.sql(
            """
            insert into roster.import_row (import_id, kind, key, payload, refs, scope, file_no, row_no, unresolved)
            select :id, 'schools', substr(n.ref, 9), jsonb_build_object('id', substr(n.ref, 9), 'name', null), '', '', 0, 0, ''
            """
                + MISSING
                + " and n.ref like 'schools:%'")
        .param("id", importId)
        .param("district", district.value())
        .update();
  }

  private int setAsideUnknownReferences(UUID importId, DistrictId district) {
    return jdbc.sql(
            """
            with missing as materialized (select n.ref
            """
                + MISSING
                + """
            )
            update roster.import_row r set quarantined = 'UNKNOWN_REFERENCE'
            where r.import_id = :id and r.quarantined is null and r.refs <> '' and exists (select from missing)
              and exists (select from unnest(string_to_array(r.refs, E'\\x1f')) x join missing m on m.ref = x)
            """)
        .param("id", importId)
        .param("district", district.value())
        .update();
  }

  private void setAside(UUID importId, Rule rule, String condition) {
    jdbc.sql(
            "update roster.import_row set quarantined = ? where import_id = ? and quarantined is null and "
                + condition)
        .params(rule.name(), importId)
        .update();
  }

  private void markChanges(UUID importId, DistrictId district) {
    jdbc.sql(
            """
            update roster.import_row r set change =
              coalesce((select case when s.md5 = r.md5 then 'N' else 'U' end from roster.source_record s
                        where s.district_id = :district and s.kind = r.kind and s.key = r.key), 'C')
            where r.import_id = :id and r.quarantined is null
            """)
        .param("id", importId)
        .param("district", district.value())
        .update();
    jdbc.sql("analyze roster.import_row").update();
  }

  /** Lists what upstream deleted: known records of a covered part that no row names. */
  void listRemovals(UUID importId, DistrictId district, Set<String> spared) {
    for (ImportKind kind : kinds) {
      if (kind.coverage() == Coverage.NOTHING || spared.contains(kind.name())) {
        continue;
      }
      jdbc.sql(
              """
              insert into roster.import_removal (import_id, kind, key)
              select :id, s.kind, s.key from roster.source_record s
              """
                  + covered(kind.coverage())
                  + """
               where s.district_id = :district and s.kind = :kind and not exists (
                select from roster.import_row r where r.import_id = :id and r.kind = s.kind and r.key = s.key)
              """)
          .param("id", importId)
          .param("district", district.value())
          .param("kind", kind.name())
          .update();
    }
  }

  static String covered(Coverage coverage) {
    return coverage == Coverage.DATES
        ? """
          join (select left(scope, -10) as part, min(right(scope, 10)) as first, max(right(scope, 10)) as last
                from roster.import_row where import_id = :id and kind = :kind and scope <> '' group by left(scope, -10)) c
            on left(s.scope, -10) = c.part and right(s.scope, 10) between c.first and c.last
          """
        : """
          join (select distinct scope from roster.import_row
                where import_id = :id and kind = :kind and change is not null) c on c.scope = s.scope
          """;
  }

  /** Notes what {@link #judge} set aside; formats have noted theirs. */
  void noteErrors(UUID importId, ErrorLog errors) {
    jdbc.sql(
            """
            select file_no, row_no, kind, quarantined, key, unresolved from roster.import_row
            where import_id = ? and quarantined in ('DUPLICATE', 'REPEATED', 'UNKNOWN_REFERENCE')
            order by file_no, row_no
            """)
        .param(importId)
        // As many as the file has rows, at worst: never all at once in memory.
        .withFetchSize(1_000)
        .query(
            row -> {
              Rule rule = Rule.valueOf(row.getString("quarantined"));
              String field = rule == Rule.UNKNOWN_REFERENCE ? "reference" : "id";
              errors.note(
                  new SourceRow(row.getInt("file_no"), row.getLong("row_no")),
                  row.getString("kind"),
                  field,
                  rule,
                  row.getString("key"));
            });
    errors.flush();
  }
}
