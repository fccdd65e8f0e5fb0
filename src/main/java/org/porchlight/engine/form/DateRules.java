package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeParseException;

/** Dates and times as form-js sends them: ISO-8601, with an offset where the field says so. */
final class DateRules {

  private DateRules() {}

  static FieldRules.Checked check(JsonNode field, Object value) {
    String text = String.valueOf(value);
    String subtype = field.path("subtype").asText("date");
    boolean local = field.path("timeSerializingFormat").asText().equals("no_timezone");
    try {
      switch (subtype) {
        case "date" -> LocalDate.parse(text);
        case "time" -> {
          if (local) {
            LocalTime.parse(text);
          } else {
            OffsetTime.parse(text);
          }
        }
        default -> {
          if (local) {
            LocalDateTime.parse(text);
          } else {
            OffsetDateTime.parse(text);
          }
        }
      }
      return FieldRules.Checked.keep(text);
    } catch (DateTimeParseException e) {
      return FieldRules.Checked.wrong(
          switch (subtype) {
            case "date" -> "Enter a date.";
            case "time" -> "Enter a time.";
            default -> "Enter a date and a time.";
          });
    }
  }
}
