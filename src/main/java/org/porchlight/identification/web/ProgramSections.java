package org.porchlight.identification.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.SchoolRates.SchoolRate;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** The settings page's form: which fields, in which order, and what stands in them. */
@Component
class ProgramSections {

  private static final Map<String, List<String>> FIELDS = fields();

  private final SettingsInput input;

  ProgramSections(SettingsInput input) {
    this.input = input;
  }

  /** Every field's name. */
  static List<String> names() {
    return FIELDS.values().stream().flatMap(List::stream).toList();
  }

  /**
   * @param typed what a person entered and was refused; null: what holds
   * @param problems by field
   */
  List<Section> of(
      ProgramSettings settings,
      List<SchoolRate> schools,
      @Nullable MultiValueMap<String, String> typed,
      Map<String, String> problems) {
    JsonNode tree = input.tree(settings);
    List<Section> sections = new ArrayList<>();
    FIELDS.forEach(
        (section, names) ->
            sections.add(
                new Section(
                    section,
                    names.stream()
                        .map(name -> field(name, tree, schools, typed, problems))
                        .toList())));
    return sections;
  }

  private static Field field(
      String name,
      JsonNode tree,
      List<SchoolRate> schools,
      @Nullable MultiValueMap<String, String> typed,
      Map<String, String> problems) {
    JsonNode value = tree.at("/" + name.replace('.', '/'));
    List<String> values = typed == null ? values(value) : typed.getOrDefault(name, List.of());
    return new Field(name, kind(name, value), values, options(name, schools), problems.get(name));
  }

  private static List<String> values(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().map(JsonNode::asString).sorted().toList();
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? List.of("true") : List.of();
    }
    if (value.isNull() || value.isMissingNode()) {
      return List.of();
    }
    String text = value.asString();
    if (text.matches("--\\d\\d-\\d\\d")) {
      return List.of(text.substring(2));
    }
    return List.of(text.matches("\\d\\d:\\d\\d:\\d\\d") ? text.substring(0, 5) : text);
  }

  private static String kind(String name, JsonNode value) {
    if (name.endsWith(".approach") || name.endsWith("group.program")) {
      return "choice";
    }
    if (name.endsWith(".schools") || name.endsWith(".workDays")) {
      return "boxes";
    }
    if (value.isBoolean()) {
      return "box";
    }
    if (value.isNumber()) {
      return "number";
    }
    return name.endsWith("opens") || name.endsWith("closes") ? "time" : "text";
  }

  /** A fixed option's text is a message key, a school's is its name. */
  private static List<Option> options(String name, List<SchoolRate> schools) {
    return switch (name) {
      case "targeting.approach" ->
          Stream.of(ProgramSettings.Approach.values())
              .map(approach -> Option.of("approach", approach.name()))
              .toList();
      case "targeting.group.program" ->
          Stream.of("", "ENGLISH_LEARNER", "FREE_OR_REDUCED_LUNCH")
              .map(program -> Option.of("group", program))
              .toList();
      case "targeting.schools" ->
          schools.stream()
              .map(school -> new Option(school.school().toString(), null, school))
              .toList();
      case "summer.workDays" ->
          Stream.of(DayOfWeek.values()).map(day -> Option.of("day", day.name())).toList();
      default -> List.of();
    };
  }

  private static Map<String, List<String>> fields() {
    Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
    fields.put(
        "finding",
        List.of(
            "lookEachSchoolDay",
            "weeklyCapacity",
            "targeting.approach",
            "targeting.schools",
            "targeting.transitionGrades",
            "targeting.group.homeLanguage",
            "targeting.group.program",
            "eligibility.atRiskPercent",
            "eligibility.fromPercent",
            "eligibility.severePercent",
            "eligibility.minimumDays"));
    fields.put(
        "weights",
        Stream.of(ProgramSettings.Weights.class.getRecordComponents())
            .map(component -> "weights." + component.getName())
            .toList());
    fields.put(
        "journey",
        List.of(
            "cadence.visitToCallSchoolDays",
            "cadence.callToCallDays",
            "cadence.visitToVisitDays",
            "attempts.contactTries",
            "attempts.reminders",
            "attempts.visitTries",
            "attempts.callTries",
            "ending.recoveryWeeks",
            "ending.restAfterNoDays",
            "ending.restAfterCloseDays"));
    fields.put(
        "contact", List.of("languages", "contact.opens", "contact.closes", "contact.budget"));
    fields.put(
        "summer",
        List.of(
            "summer.runs",
            "summer.from",
            "summer.until",
            "summer.workDays",
            "summer.opens",
            "summer.closes"));
    return fields;
  }

  record Section(String key, List<Field> fields) {}

  /**
   * @param kind number, time, text, box, boxes or choice
   * @param problem what to change, in a sentence
   */
  record Field(
      String name,
      String kind,
      List<String> values,
      List<Option> options,
      @Nullable String problem) {

    public String id() {
      return name.replace('.', '-');
    }

    public String value() {
      return String.join(", ", values);
    }

    public boolean has(String option) {
      return values.contains(option) || (values.isEmpty() && option.isEmpty());
    }
  }

  /**
   * @param key of the text; null where {@code school} has it
   */
  record Option(String value, @Nullable String key, @Nullable SchoolRate school) {
    static Option of(String group, String value) {
      return new Option(value, group + "." + (value.isEmpty() ? "none" : value), null);
    }
  }
}
