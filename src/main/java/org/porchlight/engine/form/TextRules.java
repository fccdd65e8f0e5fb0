package org.porchlight.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Length and pattern of a text. */
final class TextRules {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{5,24}");

  private TextRules() {}

  static FieldRules.Checked check(JsonNode rules, Object value) {
    if (!(value instanceof String text)) {
      return FieldRules.Checked.wrong("Enter a text.");
    }
    int length = text.codePointCount(0, text.length());
    if (rules.has("minLength") && length < rules.path("minLength").asInt()) {
      return wrong("Enter at least %d characters; there are %d.", rules, "minLength", length);
    }
    if (rules.has("maxLength") && length > rules.path("maxLength").asInt()) {
      return wrong("Enter at most %d characters; there are %d.", rules, "maxLength", length);
    }
    if (rules.hasNonNull("pattern")
        && !Pattern.compile(rules.path("pattern").asText()).matcher(text).find()) {
      return FieldRules.Checked.wrong("Enter it in the form that the field asks for.");
    }
    String kind = rules.path("validationType").asText();
    if (kind.equals("email") && !EMAIL.matcher(text).matches()) {
      return FieldRules.Checked.wrong("Enter an e-mail address.");
    }
    if (kind.equals("phone") && !PHONE.matcher(text).matches()) {
      return FieldRules.Checked.wrong("Enter a phone number.");
    }
    return FieldRules.Checked.keep(text);
  }

  private static FieldRules.Checked wrong(String text, JsonNode rules, String rule, int length) {
    return FieldRules.Checked.wrong(text.formatted(rules.path(rule).asInt(), length));
  }
}
