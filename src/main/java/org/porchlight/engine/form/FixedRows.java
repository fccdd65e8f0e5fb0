package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.InvalidSubmission;

/** A list whose number of rows is given by the form, or by what it was shown with. */
final class FixedRows {

  private FixedRows() {}

  static void check(
      FormValidator forms,
      String key,
      JsonNode field,
      @Nullable Object value,
      Map<String, Object> prefill,
      Map<String, Object> kept,
      Map<String, String> errors) {
    int expected =
        prefill.get(key) instanceof List<?> given
            ? given.size()
            : field.path("defaultRepetitions").asInt(1);
    if (!(value instanceof List<?> rows) || rows.size() != expected) {
      errors.put(key, "This list must have " + expected + " rows. Open the task again.");
      return;
    }
    List<Map<String, Object>> checked = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String row = key + "[" + i + "].";
      try {
        checked.add(forms.validateRow(field.path("components"), rowOf(rows.get(i)), prefill));
      } catch (InvalidSubmission wrong) {
        wrong.errors().forEach((name, error) -> errors.put(row + name, error));
      }
    }
    kept.put(key, checked);
  }

  private static Map<String, Object> rowOf(@Nullable Object row) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (row instanceof Map<?, ?> map) {
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return values;
  }
}
