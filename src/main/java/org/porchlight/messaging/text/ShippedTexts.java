package org.porchlight.messaging.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The texts as a release brings them, and what every translation of one has in common. */
@Component
public class ShippedTexts {

  public static final String ENGLISH = "en";

  /** The line that says how to stop; it follows other texts. */
  public static final String OPT_OUT_LINE = "optOutLine";

  private final Languages languages = new Languages();
  private final Map<String, TemplateShape> shapes = new TreeMap<>();

  ShippedTexts() {
    TextFiles.read("templates")
        .forEach((name, text) -> shapes.put(name, TemplateShape.parse(name, text)));
  }

  /**
   * A language that we write.
   *
   * @param tag our own short form
   * @param bcp47 the same, as the world calls it
   * @param approved whether the release brings it approved
   */
  public record Written(String tag, String bcp47, boolean rightToLeft, boolean approved) {}

  /** English first. */
  public List<Written> languages() {
    return languages.all().stream().map(ShippedTexts::written).toList();
  }

  /** By our own short form only. */
  public Optional<Written> language(String tag) {
    return languages.all().stream()
        .filter(language -> language.tag().equals(tag))
        .map(ShippedTexts::written)
        .findFirst();
  }

  /** What people translate: texts, the line that says how to stop, names of roles and places. */
  public List<String> keys() {
    return english().texts().keySet().stream().filter(this::translated).sorted().toList();
  }

  /** What is no key of {@link #keys} is settings and words that we understand. */
  private boolean translated(String key) {
    return shapes.containsKey(key)
        || key.equals(OPT_OUT_LINE)
        || key.startsWith("role.")
        || key.startsWith("place.");
  }

  /** All keys of the file, whatever they are for. */
  public Map<String, String> texts(String tag) {
    return found(tag).texts();
  }

  /** Empty for what is no text of its own: names of roles and places, the line how to stop. */
  Optional<TemplateShape> shape(String key) {
    return Optional.ofNullable(shapes.get(key));
  }

  /** For whom it is: the flags of the catalogue; empty where it is no text of its own. */
  public java.util.Set<String> audience(String key) {
    return shape(key).map(TemplateShape::flags).orElse(java.util.Set.of());
  }

  Language found(String tag) {
    return languages.all().stream()
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No texts in '" + tag + "'"));
  }

  private Language english() {
    return found(ENGLISH);
  }

  private static Written written(Language language) {
    return new Written(
        language.tag(),
        language.bcp47(),
        language.rightToLeft(),
        language.state() == Language.State.APPROVED);
  }
}
