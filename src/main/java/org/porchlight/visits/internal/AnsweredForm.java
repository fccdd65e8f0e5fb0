package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.ProgramLanguages;
import tools.jackson.databind.JsonNode;

/**
 * What a form's reader sees of its answers: the labels are those of the version it was written in.
 */
public final class AnsweredForm {

  /** What one field says: its label, and one line for each thing said. */
  public record Answer(String label, List<String> said) {}

  private final Map<String, Object> answers;
  private final boolean confidential;
  private final Locale locale;
  private final List<Answer> read = new ArrayList<>();

  private AnsweredForm(Map<String, Object> answers, boolean confidential, Locale locale) {
    this.answers = answers;
    this.confidential = confidential;
    this.locale = locale;
  }

  /**
   * In the form's order; what was left empty is left out.
   *
   * @param confidential whether the reader may see what was told in confidence
   */
  static List<Answer> of(
      JsonNode form, Map<String, Object> answers, boolean confidential, Locale locale) {
    AnsweredForm reader = new AnsweredForm(answers, confidential, locale);
    reader.read(form.path("components"));
    return List.copyOf(reader.read);
  }

  private void read(JsonNode components) {
    for (JsonNode field : components) {
      if (field.path("type").asString("").equals("group")) {
        read(field.path("components"));
        continue;
      }
      String key = field.path("key").asString("");
      Object value = answers.get(key);
      if (value == null || (!confidential && key.equals("otherBarrier"))) {
        continue;
      }
      List<String> said = said(field, value);
      if (!said.isEmpty()) {
        read.add(new Answer(label(field), said));
      }
    }
  }

  private List<String> said(JsonNode field, Object value) {
    return switch (field.path("type").asString("")) {
      // A box that is only there to unfold the form says nothing; others have their label alone.
      case "checkbox" -> List.of();
      case "checklist" ->
          ((List<?>) value)
              .stream()
                  .map(String::valueOf)
                  .filter(this::mayRead)
                  .map(code -> option(field, code))
                  .toList();
      case "radio" -> List.of(option(field, value.toString()));
      case "select" -> List.of(language(value.toString()));
      case "datetime" ->
          List.of(
              field.path("subtype").asString("").equals("date")
                  ? LocalDate.parse(value.toString())
                      .format(
                          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
                  : value.toString());
      default -> List.of(value.toString());
    };
  }

  private boolean mayRead(String code) {
    return confidential || !VisitFacts.restricted(code);
  }

  private static String option(JsonNode field, String code) {
    for (JsonNode option : field.path("values")) {
      if (option.path("value").asString("").equals(code)) {
        return option.path("label").asString(code);
      }
    }
    return code;
  }

  /** The only choice that is not in the form itself. */
  private String language(String code) {
    return ProgramLanguages.name(code, locale);
  }

  private static String label(JsonNode field) {
    for (String name : List.of("label", "dateLabel", "timeLabel")) {
      @Nullable String label = field.path(name).asString("");
      if (!label.isEmpty()) {
        return label;
      }
    }
    return "";
  }
}
