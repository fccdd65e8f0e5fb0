package org.porchlight.messaging.text;

import com.ibm.icu.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Texts as they would look: with real dates and invented people. */
@Component
public class Samples {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final Map<String, String> PEOPLE =
      Map.of(
          "name1", "Ana",
          "name2", "Jo",
          "partner", "Jo",
          "schoolName", "Elm Street School",
          "asks", "1: Jo; 2: Ana",
          "example", "1",
          "words", "Ana, Jo");

  private final ShippedTexts shipped;
  private final Wordings wordings;
  private final TextSettings settings;
  private final Clock clock;

  Samples(ShippedTexts shipped, Wordings wordings, TextSettings settings, Clock clock) {
    this.shipped = shipped;
    this.wordings = wordings;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The words as a reader would get them, with roles and places as they stand in the language.
   *
   * @throws IllegalArgumentException where the text is not in ICU's format
   */
  public String write(String language, String key, String words) {
    return write(language, key, words, true);
  }

  /** Without what may be absent. */
  public String shortest(String language, String key, String words) {
    return write(language, key, words, false);
  }

  /** What each placeholder of a text may stand for, by its name. */
  public Map<String, String> examples(String language, String key) {
    TemplateShape shape = shipped.shape(key).orElse(null);
    Map<String, String> examples = new TreeMap<>();
    if (shape != null) {
      values(shape, written(language), true)
          .forEach((name, value) -> examples.put(name, value.toString()));
    }
    return examples;
  }

  private String write(String language, String key, String words, boolean all) {
    TemplateShape shape = shipped.shape(key).orElse(null);
    if (shape == null) {
      return words;
    }
    Language written = written(language);
    return new MessageFormat(words, written.locale()).format(values(shape, written, all));
  }

  private Map<String, Object> values(TemplateShape shape, Language written, boolean all) {
    return Texts.values(
        shape, written, arguments(shape, all), "Brookfield " + settings.programName(), ZONE);
  }

  private Language written(String language) {
    Map<String, String> newest = new HashMap<>(shipped.texts(language));
    newest.putAll(wordings.newest(language));
    return new Language(language, newest);
  }

  private Map<String, Object> arguments(TemplateShape shape, boolean all) {
    Map<String, Object> arguments = new HashMap<>();
    int moment = 0;
    for (ArgumentShape argument : shape.arguments()) {
      if (argument.optional() && !all) {
        continue;
      }
      arguments.put(
          argument.name(),
          switch (argument.type()) {
            case TEXT -> PEOPLE.getOrDefault(argument.name(), "Ana");
            case LINK -> "https://visits.example.org/v/1";
            case ROLE -> argument.name().endsWith("2") ? "COMMUNITY_PARTNER" : "TEACHER";
            case PLACE -> "LIBRARY";
            case INSTANT -> instant(moment++);
            case DATE -> today().plusDays(10).toString();
          });
    }
    return arguments;
  }

  private Instant instant(int which) {
    return today()
        .plusDays(3L + which)
        .atTime(LocalTime.of(9, 30).plusHours(5L * which % 9))
        .atZone(ZONE)
        .toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
