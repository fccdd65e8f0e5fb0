package org.porchlight.identification.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs.Field;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settings as they are kept: what a row lacks, because it is older, has its default. */
@Component
class SettingsJson {

  private final JsonMapper json;

  SettingsJson(JsonMapper json) {
    this.json = json;
  }

  String write(ProgramSettings settings) {
    return json.writeValueAsString(settings);
  }

  ProgramSettings read(String kept, int version) {
    ObjectNode full = tree(ProgramSettings.defaults());
    merge(full, json.readTree(kept));
    return json.treeToValue(full, ProgramSettings.class).as(version);
  }

  /** What differs, in the order of the settings. */
  List<Field> differences(ProgramSettings before, ProgramSettings after) {
    List<Field> fields = new ArrayList<>();
    compare("", tree(before.as(0)), tree(after.as(0)), fields);
    return fields;
  }

  private ObjectNode tree(ProgramSettings settings) {
    return (ObjectNode) json.valueToTree(settings);
  }

  private static void merge(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      JsonNode known = into.get(field.getKey());
      if (known instanceof ObjectNode section && field.getValue().isObject()) {
        merge(section, field.getValue());
      } else if (known != null) {
        into.set(field.getKey(), field.getValue());
      }
    }
  }

  private static void compare(String path, JsonNode before, JsonNode after, List<Field> found) {
    if (before.isObject() && after.isObject()) {
      for (String name : before.propertyNames()) {
        String inner = path.isEmpty() ? name : path + "." + name;
        compare(inner, before.get(name), after.get(name), found);
      }
    } else if (!text(before).equals(text(after))) {
      found.add(new Field(path, text(before), text(after)));
    }
  }

  /** Sets have no order of their own. */
  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asString();
    }
    List<String> values = new ArrayList<>();
    value.forEach(one -> values.add(one.asString()));
    return String.join(", ", values.stream().sorted().toList());
  }
}
