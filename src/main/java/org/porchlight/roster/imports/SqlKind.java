package org.porchlight.roster.imports;

import java.util.List;
import java.util.UUID;
import org.porchlight.roster.ImportKind;
import org.porchlight.roster.ImportWarning;
import org.porchlight.roster.Records;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A kind of the roster, as statements with the parameters {@code :id} (the import), {@code
 * :district} and {@code :now}.
 */
record SqlKind(
    String name,
    int order,
    Coverage coverage,
    JdbcClient jdbc,
    java.time.Clock clock,
    List<String> storing,
    List<String> removing)
    implements ImportKind {

  @Override
  public void store(UUID importId, DistrictId district) {
    storing.forEach(sql -> run(sql, importId, district));
  }

  @Override
  public void remove(UUID importId, DistrictId district) {
    removing.forEach(sql -> run(sql, importId, district));
  }

  /** Numbers that are kept and flagged: nobody can be texted or called there. */
  @Override
  public List<ImportWarning> warnings(UUID importId, DistrictId district) {
    if (!name.equals(Records.CONTACT)) {
      return List.of();
    }
    long invalid =
        jdbc.sql(
                """
                select count(*) from roster.import_row r cross join jsonb_array_elements(r.payload -> 'phones') p
                where r.import_id = ? and r.kind = 'contacts' and r.change is not null and p ->> 'e164' is null
                """)
            .param(importId)
            .query(Long.class)
            .single();
    return invalid == 0
        ? List.of()
        : List.of(
            new ImportWarning("imports.warning.phonesInvalid", List.of(Long.toString(invalid))));
  }

  private void run(String sql, UUID importId, DistrictId district) {
    jdbc.sql(sql)
        .param("id", importId)
        .param("district", district.value())
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }
}
