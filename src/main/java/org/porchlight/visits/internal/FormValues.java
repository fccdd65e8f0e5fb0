package org.porchlight.visits.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.InvalidSubmission;

/** Reads the values of a form's fields; an empty field is null. */
final class FormValues {

  private FormValues() {}

  static @Nullable String text(Map<String, Object> data, String key) {
    Object value = data.get(key);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  static @Nullable UUID id(Map<String, Object> data, String key) {
    String text = text(data, key);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw wrong(key, "Choose one from the list");
    }
  }

  static @Nullable LocalDate date(Map<String, Object> data, String key) {
    String text = text(data, key);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException notADate) {
      throw wrong(key, "Enter a day, like 2026-03-04");
    }
  }

  /**
   * Of the wall's clock: an offset that a browser adds says where the browser is, not the family.
   */
  static @Nullable LocalTime time(Map<String, Object> data, String key) {
    String text = text(data, key);
    try {
      return text == null ? null : LocalTime.parse(text.substring(0, Math.min(5, text.length())));
    } catch (DateTimeException notATime) {
      throw wrong(key, "Enter a time, like 16:30");
    }
  }

  static @Nullable Integer number(Map<String, Object> data, String key) {
    Object value = data.get(key);
    return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
  }

  /** What is ticked in a checklist, in the form's order. */
  static List<String> codes(Map<String, Object> data, String key) {
    return data.get(key) instanceof List<?> chosen
        ? chosen.stream().map(String::valueOf).toList()
        : List.of();
  }

  static boolean checked(Map<String, Object> data, String key) {
    return Boolean.TRUE.equals(data.get(key));
  }

  static InvalidSubmission wrong(String key, String message) {
    return new InvalidSubmission(Map.of(key, message));
  }

  /** As form-js wants the options of a {@code valuesKey}. */
  static Map<String, Object> option(Object value, String label) {
    return Map.of("value", value.toString(), "label", label);
  }
}
