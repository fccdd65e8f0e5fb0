package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * Which fields of a form are shown for given data ({@code conditional.hide}, a FEEL expression).
 */
class Conditions {

  /** Forms are shallow: a condition rarely depends on a field that has a condition itself. */
  private static final int ROUNDS = 10;

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  /**
   * The fields that are shown, by key, in the form's order. Values of hidden fields are removed
   * from {@code entered}, as the browser does: another field's condition does not see them.
   */
  Map<String, JsonNode> shownFields(
      JsonNode components, Map<String, Object> entered, Map<String, Object> prefill) {
    Map<String, JsonNode> all = allFields(components);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Object> context = new HashMap<>();
      all.keySet().forEach(key -> context.put(key, null));
      context.putAll(prefill);
      all.keySet().forEach(key -> context.put(key, entered.get(key)));
      Map<String, JsonNode> shown = new LinkedHashMap<>();
      collectShown(components, context, shown);
      boolean changed =
          entered.keySet().removeIf(key -> all.containsKey(key) && !shown.containsKey(key));
      if (!changed) {
        return shown;
      }
    }
    throw new IllegalStateException("The form's conditions go round in circles");
  }

  private void collectShown(
      JsonNode components, Map<String, Object> context, Map<String, JsonNode> shown) {
    for (JsonNode component : components) {
      if (hidden(component, context)) {
        continue;
      }
      if (component.path("type").asText().equals("group")) {
        collectShown(component.path("components"), context, shown);
      } else {
        keyOf(component, shown);
      }
    }
  }

  private boolean hidden(JsonNode component, Map<String, Object> context) {
    JsonNode hide = component.path("conditional").path("hide");
    if (hide.isMissingNode() || hide.isBoolean()) {
      return hide.asBoolean();
    }
    String expression = hide.asText().replaceFirst("^\\s*=", "");
    EvaluationResult result = feel.evaluateExpression(expression, context);
    if (result.isFailure()) {
      throw new IllegalStateException(
          "The condition of " + component.path("id").asText() + " cannot be evaluated");
    }
    return Boolean.TRUE.equals(result.result());
  }

  /** Every field that the form has, shown or not. */
  static Map<String, JsonNode> allFields(JsonNode components) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (JsonNode component : components) {
      if (component.path("type").asText().equals("group")) {
        fields.putAll(allFields(component.path("components")));
      } else {
        keyOf(component, fields);
      }
    }
    return fields;
  }

  private static void keyOf(JsonNode component, Map<String, JsonNode> fields) {
    String name = component.path("type").asText().equals("dynamiclist") ? "path" : "key";
    if (component.hasNonNull(name)) {
      fields.put(component.path(name).asText(), component);
    }
  }
}
