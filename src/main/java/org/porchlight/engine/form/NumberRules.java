package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** Range and precision of a number. */
final class NumberRules {

  private NumberRules() {}

  /** A page without scripts sends numbers as texts; conditions compare numbers. */
  static void readText(String key, JsonNode field, Map<String, Object> entered) {
    if (field.path("type").asText().equals("number")
        && entered.get(key) instanceof String text
        && text.strip().matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")) {
      entered.put(key, new BigDecimal(text.strip()));
    }
  }

  static FieldRules.Checked check(JsonNode field, Object value) {
    BigDecimal number;
    try {
      number = new BigDecimal(String.valueOf(value).strip());
    } catch (NumberFormatException e) {
      return FieldRules.Checked.wrong("Enter a number.");
    }
    JsonNode rules = field.path("validate");
    if (rules.has("min") && number.compareTo(decimal(rules, "min")) < 0) {
      return FieldRules.Checked.wrong("Enter " + rules.path("min").asText() + " or more.");
    }
    if (rules.has("max") && number.compareTo(decimal(rules, "max")) > 0) {
      return FieldRules.Checked.wrong("Enter " + rules.path("max").asText() + " or less.");
    }
    int digits = field.path("decimalDigits").asInt(Integer.MAX_VALUE);
    if (number.stripTrailingZeros().scale() > digits) {
      return FieldRules.Checked.wrong(
          digits == 0
              ? "Enter a whole number."
              : "Enter at most " + digits + " digits after the point.");
    }
    return FieldRules.Checked.keep(value instanceof Number ? value : number);
  }

  private static BigDecimal decimal(JsonNode rules, String name) {
    return new BigDecimal(rules.path(name).asText());
  }
}
