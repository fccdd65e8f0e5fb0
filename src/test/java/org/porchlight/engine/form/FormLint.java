package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.porchlight.engine.internal.EngineJson;

/** Finds what a form uses that the server's validator does not know. */
public class FormLint {

  private static final Set<String> COMMON =
      Set.of(
          "type",
          "id",
          "key",
          "label",
          "description",
          "layout",
          "conditional",
          "validate",
          "defaultValue",
          "disabled",
          "readonly",
          "properties");
  private static final Set<String> OPTIONS = Set.of("values", "valuesKey");
  private static final Map<String, Set<String>> SUBSET =
      Map.ofEntries(
          Map.entry("textfield", Set.of("appearance")),
          Map.entry("textarea", Set.of()),
          Map.entry("number", Set.of("decimalDigits", "increment", "appearance")),
          Map.entry(
              "datetime",
              Set.of(
                  "subtype",
                  "dateLabel",
                  "timeLabel",
                  "timeInterval",
                  "timeSerializingFormat",
                  "use24h")),
          Map.entry("select", Set.of("values", "valuesKey", "searchable")),
          Map.entry("radio", OPTIONS),
          Map.entry("checklist", OPTIONS),
          Map.entry("checkbox", Set.of()),
          Map.entry("group", Set.of("components", "showOutline", "verticalAlignment")),
          Map.entry(
              "dynamiclist",
              Set.of("path", "components", "showOutline", "defaultRepetitions", "allowAddRemove")),
          Map.entry("text", Set.of("text")),
          Map.entry("separator", Set.of()));
  private static final Set<String> RULES =
      Set.of("required", "minLength", "maxLength", "min", "max", "pattern", "validationType");

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  /** One line per fault; none when all is well. {@code name}: the file's, without {@code .form}. */
  public List<String> check(String name, String json) {
    JsonNode form = EngineJson.read(json, JsonNode.class);
    List<String> faults = new ArrayList<>();
    if (!form.path("id").asText().equals(name)) {
      faults.add(name + ": the form's id must be the file's name");
    }
    walk(name, form.path("components"), new HashSet<>(), faults);
    return faults;
  }

  private void walk(String form, JsonNode components, Set<String> keys, List<String> faults) {
    for (JsonNode component : components) {
      String type = component.path("type").asText();
      String where = form + ", " + component.path("id").asText(type) + ": ";
      Set<String> own = SUBSET.get(type);
      if (own == null) {
        faults.add(where + "the server does not check components of type " + type);
        continue;
      }
      component
          .fieldNames()
          .forEachRemaining(
              property -> {
                if (!COMMON.contains(property) && !own.contains(property)) {
                  faults.add(where + "unknown property " + property);
                }
              });
      component
          .path("validate")
          .fieldNames()
          .forEachRemaining(
              rule -> {
                if (!RULES.contains(rule)) {
                  faults.add(where + "unknown rule " + rule);
                }
              });
      checkKey(where, type, component, keys, faults);
      checkCondition(where, component.path("conditional"), faults);
      if (type.equals("dynamiclist") && component.path("allowAddRemove").asBoolean(true)) {
        faults.add(where + "the list must be fixed (allowAddRemove false)");
      }
      walk(
          form,
          component.path("components"),
          type.equals("dynamiclist") ? new HashSet<>() : keys,
          faults);
    }
  }

  private static void checkKey(
      String where, String type, JsonNode component, Set<String> keys, List<String> faults) {
    if (Set.of("group", "text", "separator").contains(type)) {
      return;
    }
    String key = component.path(type.equals("dynamiclist") ? "path" : "key").asText();
    if (!key.matches("[A-Za-z][A-Za-z0-9_]*")) {
      faults.add(where + "the key must be one plain word");
    } else if (!keys.add(key)) {
      faults.add(where + "a second field of key " + key);
    }
  }

  private void checkCondition(String where, JsonNode conditional, List<String> faults) {
    conditional
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("hide")) {
                faults.add(where + "unknown condition " + name);
              }
            });
    JsonNode hide = conditional.path("hide");
    if (hide.isMissingNode()) {
      return;
    }
    if (!hide.asText().startsWith("=")
        || feel.parseExpression(hide.asText().substring(1)).isFailure()) {
      faults.add(where + "conditional.hide must be a FEEL expression that starts with =");
    }
  }
}
