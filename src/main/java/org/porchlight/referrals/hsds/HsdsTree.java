package org.porchlight.referrals.hsds;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes one nested thing of HSDS apart into rows of its tables. */
final class HsdsTree {

  /** Properties that hold one thing or a list of them. */
  private static final Map<String, HsdsTable> NESTED =
      Map.ofEntries(
          Map.entry("organization", HsdsTable.ORGANIZATIONS),
          Map.entry("services", HsdsTable.SERVICES),
          Map.entry("service", HsdsTable.SERVICES),
          Map.entry("service_at_locations", HsdsTable.SERVICE_AT_LOCATION),
          Map.entry("locations", HsdsTable.LOCATIONS),
          Map.entry("location", HsdsTable.LOCATIONS),
          Map.entry("addresses", HsdsTable.ADDRESSES),
          Map.entry("phones", HsdsTable.PHONES),
          Map.entry("schedules", HsdsTable.SCHEDULES),
          Map.entry("languages", HsdsTable.LANGUAGES),
          Map.entry("service_areas", HsdsTable.SERVICE_AREAS),
          Map.entry("required_documents", HsdsTable.REQUIRED_DOCUMENTS),
          Map.entry("attributes", HsdsTable.ATTRIBUTES),
          Map.entry("taxonomy_term", HsdsTable.TAXONOMY_TERMS),
          Map.entry("capacities", HsdsTable.SERVICE_CAPACITY),
          Map.entry("service_capacity", HsdsTable.SERVICE_CAPACITY));

  /** What a row is called in the rows that belong to it. */
  private static final Map<HsdsTable, String> OWN_COLUMN =
      Map.of(
          HsdsTable.ORGANIZATIONS, "organization_id",
          HsdsTable.SERVICES, "service_id",
          HsdsTable.LOCATIONS, "location_id",
          HsdsTable.SERVICE_AT_LOCATION, "service_at_location_id",
          HsdsTable.TAXONOMY_TERMS, "taxonomy_term_id");

  private final BiConsumer<HsdsTable, Map<String, String>> rows;

  HsdsTree(BiConsumer<HsdsTable, Map<String, String>> rows) {
    this.rows = rows;
  }

  /** Something that says by its properties what it is. */
  void thing(ObjectNode node) {
    boolean service =
        node.has("service_at_locations")
            || node.has("organization")
            || node.has("application_process")
            || (node.has("status") && node.has("name"));
    if (node.has("location_type") || node.has("latitude")) {
      take(HsdsTable.LOCATIONS, node, Map.of());
    } else if (node.has("service") || node.has("location")) {
      take(HsdsTable.SERVICE_AT_LOCATION, node, Map.of());
    } else if (service) {
      take(HsdsTable.SERVICES, node, Map.of());
    } else if (node.has("parent_id") && node.has("taxonomy_detail")) {
      take(HsdsTable.TAXONOMY_TERMS, node, Map.of());
    } else if (node.has("name")) {
      take(HsdsTable.ORGANIZATIONS, node, Map.of());
    }
  }

  /** Returns the id of the row. */
  private String take(HsdsTable table, ObjectNode node, Map<String, String> owner) {
    Map<String, String> fields = new HashMap<>();
    node.properties()
        .forEach(
            property -> {
              if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                fields.put(property.getKey(), property.getValue().asString());
              }
            });
    owner.forEach(fields::putIfAbsent);
    if (table == HsdsTable.ATTRIBUTES && owner.containsKey("service_id")) {
      fields.put("link_id", owner.get("service_id"));
      fields.put("link_entity", "service");
      fields.remove("service_id");
    }
    above(node, fields);
    String id = HsdsRow.of(table, fields).id();
    fields.put("id", id);
    rows.accept(table, fields);
    String column = OWN_COLUMN.get(table);
    if (column != null) {
      below(node, Map.of(column, id));
    }
    return id;
  }

  /** One thing that the row points to. */
  private void above(ObjectNode node, Map<String, String> fields) {
    NESTED.forEach(
        (name, table) -> {
          String column = OWN_COLUMN.get(table);
          if (column != null && node.get(name) instanceof ObjectNode one) {
            fields.put(column, take(table, one, Map.of()));
          }
        });
  }

  /** The lists of what belongs to the row. */
  private void below(ObjectNode node, Map<String, String> owner) {
    NESTED.forEach(
        (name, table) -> {
          JsonNode list = node.get(name);
          if (list != null && list.isArray()) {
            list.forEach(
                each -> {
                  if (each instanceof ObjectNode object) {
                    take(table, object, owner);
                  }
                });
          }
        });
  }
}
