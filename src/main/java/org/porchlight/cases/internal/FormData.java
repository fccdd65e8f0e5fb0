package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form that the engine module has already checked. */
record FormData(Map<String, Object> fields) {

  /** Of a required choice. */
  String code(String key) {
    if (fields.get(key) instanceof String code && !code.isBlank()) {
      return code;
    }
    throw new IllegalArgumentException("The form lacks its required field " + key);
  }

  @Nullable String text(String key) {
    return fields.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  @Nullable LocalDate day(String key) {
    String text = text(key);
    return text == null ? null : LocalDate.parse(text);
  }

  @Nullable Integer number(String key) {
    return fields.get(key) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  /** Of a list of choices; empty where nothing was chosen. */
  List<String> codes(String key) {
    return fields.get(key) instanceof List<?> chosen
        ? chosen.stream().map(String::valueOf).toList()
        : List.of();
  }

  boolean ticked(String key) {
    return Boolean.TRUE.equals(fields.get(key));
  }
}
