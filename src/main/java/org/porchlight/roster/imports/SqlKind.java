package org.porchlight.roster.imports;

import java.util.List;
import java.util.UUID;
import org.porchlight.roster.ImportKind;
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

  private void run(String sql, UUID importId, DistrictId district) {
    jdbc.sql(sql)
        .param("id", importId)
        .param("district", district.value())
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }
}
