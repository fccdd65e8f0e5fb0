package org.porchlight.identification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.SettingsRefused;
import org.porchlight.identification.SettingsRefused.Problem;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as they come in, from the page or the API, laid over those that hold. What is no setting
 * is refused by name: that is how a cornerstone stays out of reach.
 */
@Component
class SettingsInput {

  private static final String CORNERSTONES =
      "There is no such setting. Consent, two visitors, their training and a person who decides hold everywhere.";

  private final JsonMapper json;

  SettingsInput(JsonMapper json) {
    this.json = json;
  }

  /** Sections and fields that are absent stay as they are. */
  ProgramSettings over(ProgramSettings current, JsonNode given) {
    List<Problem> problems = new ArrayList<>();
    ObjectNode full = tree(current);
    if (given instanceof ObjectNode fields) {
      merge("", full, fields, problems);
    } else {
      problems.add(new Problem("", "Send an object of settings."));
    }
    return settings(full, problems);
  }

  /**
   * A form holds every field that it shows, by its name {@code section.field}; an unticked box is
   * absent.
   */
  ProgramSettings over(
      ProgramSettings current, MultiValueMap<String, String> form, List<String> shown) {
    List<Problem> problems = new ArrayList<>();
    ObjectNode full = tree(current);
    for (String name : shown) {
      ObjectNode section = full;
      String field = name;
      for (int dot = field.indexOf('.'); dot > 0; dot = field.indexOf('.')) {
        section = (ObjectNode) section.get(field.substring(0, dot));
        field = field.substring(dot + 1);
      }
      List<String> values = form.getOrDefault(name, List.of());
      JsonNode known = section.get(field);
      String first = values.isEmpty() ? "" : String.valueOf(values.getFirst()).strip();
      if (known.isBoolean()) {
        section.put(field, !values.isEmpty());
      } else if (known.isArray()) {
        section.set(field, list(values));
      } else if (known.isNumber()) {
        number(section, field, name, first, problems);
      } else if (first.isEmpty()) {
        section.putNull(field);
      } else {
        // A day of each year is 06-20 to people and --06-20 in ISO 8601.
        section.put(field, first.matches("\\d\\d-\\d\\d") ? "--" + first : first);
      }
    }
    return settings(full, problems);
  }

  ObjectNode tree(ProgramSettings settings) {
    return (ObjectNode) json.valueToTree(settings);
  }

  private static void number(
      ObjectNode section, String field, String name, String text, List<Problem> problems) {
    if (text.matches("-?[0-9]{1,6}")) {
      section.put(field, Integer.parseInt(text));
    } else {
      problems.add(new Problem(name, "Write a whole number."));
    }
  }

  /** One value a line, or with commas between. */
  private ArrayNode list(List<String> values) {
    ArrayNode array = json.createArrayNode();
    values.stream()
        .flatMap(value -> Stream.of(value.split("[,\\r\\n]+")))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .forEach(array::add);
    return array;
  }

  private ProgramSettings settings(ObjectNode full, List<Problem> problems) {
    if (problems.isEmpty()) {
      try {
        return json.treeToValue(full, ProgramSettings.class);
      } catch (JacksonException unreadable) {
        problems.add(new Problem(path(unreadable), "This value cannot be read: choose another."));
      }
    }
    throw new SettingsRefused(problems);
  }

  private static void merge(String path, ObjectNode into, ObjectNode from, List<Problem> problems) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      JsonNode known = into.get(field.getKey());
      JsonNode given = field.getValue();
      if (known == null) {
        problems.add(new Problem(name, CORNERSTONES));
      } else if (known instanceof ObjectNode section && given instanceof ObjectNode fields) {
        merge(name, section, fields, problems);
      } else if (known.isObject() || !kind(known).equals(kind(given))) {
        problems.add(new Problem(name, "Write this as " + kind(known) + "."));
      } else {
        into.set(field.getKey(), given);
      }
    }
  }

  private static String kind(JsonNode node) {
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "a list";
    }
    if (node.isBoolean()) {
      return "true or false";
    }
    return node.isNumber() ? "a whole number" : "text";
  }

  private static String path(JacksonException unreadable) {
    return String.join(
        ".",
        unreadable.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(java.util.Objects::nonNull)
            .toList());
  }
}
