package org.porchlight.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.InvalidSubmission;

class FormValidatorTest {

  private static final String FORM =
      """
      {"id": "f", "components": [
        {"type": "text", "text": "Hello"},
        {"type": "textfield", "key": "code", "validate": {"pattern": "^[A-Z]{2}$"}},
        {"type": "textarea", "key": "note",
         "validate": {"required": true, "minLength": 3, "maxLength": 5}},
        {"type": "number", "key": "count", "decimalDigits": 0,
         "validate": {"min": 1, "max": 4}},
        {"type": "radio", "key": "kind", "values": [{"label": "A", "value": "a"},
          {"label": "B", "value": "b"}], "validate": {"required": true}},
        {"type": "group", "conditional": {"hide": "=kind != \\"b\\""}, "components": [
          {"type": "datetime", "key": "day", "subtype": "date", "validate": {"required": true}},
          {"type": "datetime", "key": "at", "subtype": "datetime"}]},
        {"type": "select", "key": "who", "valuesKey": "people"},
        {"type": "checklist", "key": "many", "values": [{"label": "1", "value": "x"},
          {"label": "2", "value": "y"}]},
        {"type": "checkbox", "key": "sure"},
        {"type": "textfield", "key": "shown", "disabled": true},
        {"type": "textfield", "key": "after", "conditional": {"hide": "=day = null"},
         "validate": {"required": true}},
        {"type": "dynamiclist", "path": "rows", "defaultRepetitions": 2, "allowAddRemove": false,
         "conditional": {"hide": "=count != 4"},
         "components": [{"type": "textfield", "key": "name", "validate": {"required": true}}]}
      ]}
      """;
  private static final Map<String, Object> PREFILL =
      Map.of("people", List.of(Map.of("label", "One", "value", "p1")));

  private final FormValidator validator = new FormValidator();

  private static Map<String, Object> good() {
    return new HashMap<>(Map.of("note", "Fine", "kind", "a"));
  }

  private Map<String, String> errors(String key, Object value) {
    Map<String, Object> data = good();
    data.put(key, value);
    try {
      validator.validate(FORM, data, PREFILL);
      return Map.of();
    } catch (InvalidSubmission wrong) {
      return wrong.errors();
    }
  }

  @Test
  void shouldKeepWhatIsRight() {
    Map<String, Object> data = good();
    data.putAll(
        Map.of("code", "AB", "count", 3, "who", "p1", "many", List.of("x", "y"), "sure", false));
    assertThat(validator.validate(FORM, data, PREFILL)).isEqualTo(data);
  }

  @Test
  void shouldNameEachMissingField() {
    assertThatThrownBy(() -> validator.validate(FORM, Map.of(), PREFILL))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong -> assertThat(wrong.errors()).containsOnlyKeys("note", "kind"));
  }

  @Test
  void shouldCheckTexts() {
    assertThat(errors("note", "ab"))
        .containsEntry("note", "Enter at least 3 characters; there are 2.");
    assertThat(errors("note", "abcdef"))
        .containsEntry("note", "Enter at most 5 characters; there are 6.");
    assertThat(errors("note", "   ")).containsEntry("note", "Fill in this field.");
    assertThat(errors("code", "abc")).containsKey("code");
    assertThat(errors("code", 7)).containsEntry("code", "Enter a text.");
  }

  @Test
  void shouldCheckNumbers() {
    assertThat(errors("count", 0)).containsEntry("count", "Enter 1 or more.");
    assertThat(errors("count", 5)).containsEntry("count", "Enter 4 or less.");
    assertThat(errors("count", 1.5)).containsEntry("count", "Enter a whole number.");
    assertThat(errors("count", "many")).containsEntry("count", "Enter a number.");
    assertThat(errors("count", "2")).isEmpty();
  }

  @Test
  void shouldCheckOptionsOfTheFormAndOfThePrefill() {
    assertThat(errors("kind", "c")).containsEntry("kind", "Choose one of the options.");
    assertThat(errors("who", "p2")).containsEntry("who", "Choose one of the options.");
    assertThat(errors("many", List.of("x", "z"))).containsKey("many");
    assertThat(errors("many", "x")).containsKey("many");
    assertThat(errors("sure", "yes")).containsKey("sure");
  }

  @Test
  void shouldAskForAFieldOnlyWhereItIsShown() {
    assertThat(errors("kind", "b")).containsOnlyKeys("day");
    Map<String, Object> data = good();
    data.put("kind", "b");
    data.put("day", "2026-02-30");
    assertThatThrownBy(() -> validator.validate(FORM, data, PREFILL))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong ->
                assertThat(wrong.errors())
                    .containsEntry("day", "Enter a date.")
                    .containsEntry("after", "Fill in this field."));
    data.put("day", "2026-02-28");
    data.put("at", "2026-02-28T10:00-05:00");
    data.put("after", "x");
    assertThat(validator.validate(FORM, data, PREFILL)).isEqualTo(data);
  }

  @Test
  void shouldForgetWhatWasEnteredInAHiddenField() {
    Map<String, Object> data = good();
    data.put("day", "2026-02-28");
    data.put("after", "depends on a hidden field, so hidden too");
    assertThat(validator.validate(FORM, data, PREFILL)).isEqualTo(good());
  }

  @Test
  void shouldRefuseUnknownKeysAndDropDisabledFields() {
    assertThat(errors("admin", true)).containsOnlyKeys("admin");
    Map<String, Object> data = good();
    data.put("shown", "changed by hand");
    assertThat(validator.validate(FORM, data, PREFILL)).isEqualTo(good());
  }

  @Test
  void shouldCheckTheRowsOfAFixedList() {
    Map<String, Object> data = good();
    data.put("count", 4);
    data.put("rows", List.of(Map.of("name", "x"), Map.of()));
    assertThatThrownBy(() -> validator.validate(FORM, data, PREFILL))
        .isInstanceOfSatisfying(
            InvalidSubmission.class,
            wrong -> assertThat(wrong.errors()).containsOnlyKeys("rows[1].name"));
    data.put("rows", List.of(Map.of("name", "x")));
    assertThatThrownBy(() -> validator.validate(FORM, data, PREFILL))
        .isInstanceOf(InvalidSubmission.class);
  }
}
