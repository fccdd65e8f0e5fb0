package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of one field. */
final class FieldRules {

  private FieldRules() {}

  /** The value to keep, or what is wrong with it; neither where it is empty and may be. */
  record Checked(@Nullable Object value, @Nullable String error) {

    static Checked keep(Object value) {
      return new Checked(value, null);
    }

    static Checked wrong(String error) {
      return new Checked(null, error);
    }
  }

  static Checked check(JsonNode field, @Nullable Object value, Map<String, Object> prefill) {
    String type = field.path("type").asText();
    JsonNode rules = field.path("validate");
    if (value == null || empty(value)) {
      return rules.path("required").asBoolean()
          ? Checked.wrong(type.equals("checkbox") ? "Tick this box." : "Fill in this field.")
          : new Checked(null, null);
    }
    return switch (type) {
      case "textfield", "textarea" -> TextRules.check(rules, value);
      case "number" -> NumberRules.check(field, value);
      case "datetime" -> DateRules.check(field, value);
      case "checkbox" -> checkbox(rules, value);
      case "select", "radio" -> one(options(field, prefill), value);
      case "checklist" -> several(options(field, prefill), value);
      // A kind that the form lint refuses: nothing is guessed about it.
      default -> Checked.wrong("This kind of field cannot be saved.");
    };
  }

  private static boolean empty(Object value) {
    return value instanceof String text && text.isBlank()
        || value instanceof List<?> list && list.isEmpty();
  }

  private static Checked checkbox(JsonNode rules, Object value) {
    if (!(value instanceof Boolean ticked)) {
      return Checked.wrong("This must be ticked or not ticked.");
    }
    return rules.path("required").asBoolean() && !ticked
        ? Checked.wrong("Tick this box.")
        : Checked.keep(value);
  }

  private static Checked one(Set<String> options, Object value) {
    return options.contains(String.valueOf(value))
        ? Checked.keep(value)
        : Checked.wrong("Choose one of the options.");
  }

  private static Checked several(Set<String> options, Object value) {
    if (!(value instanceof List<?> chosen)) {
      return Checked.wrong("Choose from the options.");
    }
    return chosen.stream().allMatch(one -> options.contains(String.valueOf(one)))
        ? Checked.keep(List.copyOf(chosen))
        : Checked.wrong("Choose from the options only.");
  }

  /** From the form itself, or from what the form was shown with. */
  private static Set<String> options(JsonNode field, Map<String, Object> prefill) {
    Set<String> options = new LinkedHashSet<>();
    for (JsonNode option : field.path("values")) {
      options.add(option.isObject() ? option.path("value").asText() : option.asText());
    }
    if (field.hasNonNull("valuesKey")
        && prefill.get(field.path("valuesKey").asText()) instanceof Iterable<?> given) {
      for (Object option : given) {
        options.add(String.valueOf(option instanceof Map<?, ?> map ? map.get("value") : option));
      }
    }
    return options;
  }
}
