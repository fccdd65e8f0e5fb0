package org.porchlight.referrals.hsds;

import java.util.List;
import java.util.UUID;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportWarning;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores the rows of one table as they came; the directory is made of them. A file holds a table as
 * a whole: what it lacks was deleted upstream.
 */
record HsdsKind(HsdsTable table, JdbcClient jdbc) implements ImportKind {

  private static final int AFTER_THE_ROSTER = 200;

  @Override
  public String name() {
    return table.kind();
  }

  @Override
  public int order() {
    return AFTER_THE_ROSTER + table.ordinal();
  }

  @Override
  public Coverage coverage() {
    return Coverage.SCOPE;
  }

  @Override
  public void store(UUID importId, DistrictId district) {
    int stored =
        jdbc.sql(
                """
                insert into referrals.hsds_row (district_id, kind, key, id, fields)
                select :district, kind, key, payload ->> 'id', payload -> 'fields'
                from roster.import_row
                where import_id = :id and kind = :kind and change in ('C', 'U')
                on conflict (district_id, kind, key) do update set fields = excluded.fields
                """)
            .param("district", district.value())
            .param("id", importId)
            .param("kind", name())
            .update();
    stale(stored, district);
  }

  @Override
  public void remove(UUID importId, DistrictId district) {
    int removed =
        jdbc.sql(
                """
                delete from referrals.hsds_row h using roster.import_removal x
                where x.import_id = :id and x.kind = :kind and h.district_id = :district and h.kind = :kind
                  and h.key = x.key
                """)
            .param("district", district.value())
            .param("id", importId)
            .param("kind", name())
            .update();
    stale(removed, district);
  }

  /** A real directory often names organizations that it does not describe: said, and kept. */
  @Override
  public List<ImportWarning> warnings(UUID importId, DistrictId district) {
    if (table != HsdsTable.SERVICES) {
      return List.of();
    }
    return jdbc.sql(
            """
            select count(*) as services, count(*) filter (where r.org is not null
              and not exists (select from roster.import_row o
                where o.import_id = :id and o.kind = 'hsds.organizations' and o.payload ->> 'id' = r.org)
              and not exists (select from referrals.hsds_row o
                where o.district_id = :district and o.kind = 'hsds.organizations' and o.id = r.org)) as alone
            from (select payload -> 'fields' ->> 'organization_id' as org from roster.import_row
                  where import_id = :id and kind = 'hsds.services' and change is not null) r
            """)
        .param("id", importId)
        .param("district", district.value())
        .query(
            (row, number) ->
                row.getLong("alone") == 0
                    ? List.<ImportWarning>of()
                    : List.of(
                        new ImportWarning(
                            "imports.warning.organizationsMissing",
                            List.of(row.getString("alone"), row.getString("services")))))
        .single();
  }

  private void stale(int changes, DistrictId district) {
    if (changes > 0) {
      jdbc.sql(
              "insert into referrals.stale_directory (district_id) values (?) on conflict do nothing")
          .param(district.value())
          .update();
    }
  }
}
