package org.porchlight.referrals.hsds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.porchlight.roster.CanonicalRecord;

/**
 * One row of a table of HSDS, as its file had it, without what is empty. A row without an id (HSDS
 * 1.x allows it) is known by its content.
 *
 * @param id upstream's
 */
record HsdsRow(@JsonIgnore HsdsTable table, String id, SortedMap<String, String> fields)
    implements CanonicalRecord {

  /** The nearest owner first: a row that has one is of use, even where others are missing. */
  private static final List<Owner> OWNERS =
      List.of(
          new Owner("service_at_location_id", HsdsTable.SERVICE_AT_LOCATION),
          new Owner("service_id", HsdsTable.SERVICES),
          new Owner("location_id", HsdsTable.LOCATIONS),
          new Owner("organization_id", HsdsTable.ORGANIZATIONS));

  private record Owner(String column, HsdsTable table) {}

  static HsdsRow of(HsdsTable table, Map<String, String> fields) {
    SortedMap<String, String> kept = new TreeMap<>(fields);
    String id = kept.remove("id");
    byte[] content = kept.toString().getBytes(StandardCharsets.UTF_8);
    return new HsdsRow(table, id == null ? UUID.nameUUIDFromBytes(content).toString() : id, kept);
  }

  @Override
  public String kind() {
    return table.kind();
  }

  @Override
  public String key() {
    return CanonicalRecord.key(id);
  }

  /**
   * A service stands by itself: its phone and place are of use though its organization is missing.
   * A place of a service needs both ends.
   */
  @Override
  public List<String> needs() {
    return switch (table) {
      case ORGANIZATIONS, SERVICES, LOCATIONS, TAXONOMY_TERMS -> List.of();
      case SERVICE_AT_LOCATION ->
          List.of(
              need(HsdsTable.SERVICES, fields.get("service_id")),
              need(HsdsTable.LOCATIONS, fields.get("location_id")));
      case ATTRIBUTES -> List.of(need(HsdsTable.TAXONOMY_TERMS, fields.get("taxonomy_term_id")));
      default ->
          OWNERS.stream()
              .filter(owner -> fields.containsKey(owner.column()))
              .findFirst()
              .map(owner -> List.of(need(owner.table(), fields.get(owner.column()))))
              .orElse(List.of());
    };
  }

  private static String need(HsdsTable table, @org.jspecify.annotations.Nullable String id) {
    return table.kind() + ":" + CanonicalRecord.key(String.valueOf(id));
  }
}
