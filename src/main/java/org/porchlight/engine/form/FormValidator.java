package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.internal.EngineJson;
import org.springframework.stereotype.Component;

/**
 * Checks what a person entered against the form of the task's own version, by the rules that
 * form-js applies in the browser: required, length, range, pattern, options and conditions.
 */
@Component
public class FormValidator {

  private final Conditions conditions = new Conditions();

  /**
   * Returns the data to keep: without empty values, and without fields that were hidden or
   * disabled.
   *
   * @param prefill values and option lists that the form was shown with
   * @throws InvalidSubmission naming each wrong field and how to mend it; a key that the form does
   *     not have is wrong too
   */
  public Map<String, Object> validate(
      String formJson, Map<String, Object> data, Map<String, Object> prefill) {
    JsonNode form = EngineJson.read(formJson, JsonNode.class);
    Map<String, Object> entered = new LinkedHashMap<>(data);
    Conditions.allFields(form.path("components"))
        .forEach((key, field) -> NumberRules.readText(key, field, entered));
    Map<String, JsonNode> shown = conditions.shownFields(form.path("components"), entered, prefill);
    Map<String, String> errors = new LinkedHashMap<>();
    refuseUnknown(form, data, errors);
    Map<String, Object> kept = new LinkedHashMap<>();
    shown.forEach((key, field) -> check(key, field, entered.get(key), prefill, kept, errors));
    if (!errors.isEmpty()) {
      throw new InvalidSubmission(errors);
    }
    return kept;
  }

  private void check(
      String key,
      JsonNode field,
      @Nullable Object value,
      Map<String, Object> prefill,
      Map<String, Object> kept,
      Map<String, String> errors) {
    if (field.path("disabled").asBoolean() || field.path("readonly").asBoolean()) {
      return;
    }
    if (field.path("type").asText().equals("dynamiclist")) {
      FixedRows.check(this, key, field, value, prefill, kept, errors);
      return;
    }
    FieldRules.Checked checked = FieldRules.check(field, value, prefill);
    if (checked.error() != null) {
      errors.put(key, checked.error());
    } else if (checked.value() != null) {
      kept.put(key, checked.value());
    }
  }

  /** The rows of a list are small forms of their own. */
  Map<String, Object> validateRow(
      JsonNode components, Map<String, Object> row, Map<String, Object> prefill) {
    return validate("{\"components\":" + components + "}", row, prefill);
  }

  private static void refuseUnknown(
      JsonNode form, Map<String, Object> data, Map<String, String> errors) {
    Map<String, JsonNode> all = Conditions.allFields(form.path("components"));
    for (String key : data.keySet()) {
      if (!all.containsKey(key)) {
        errors.put(key, "This form has no such field. Open the task again.");
      }
    }
  }
}
