package org.porchlight.messaging.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads the files under {@code texts/}, in UTF-8. */
public final class TextFiles {

  private TextFiles() {}

  /** The languages that have a file of texts, BCP 47. */
  public static List<String> languages() {
    return Languages.TAGS;
  }

  public static Map<String, String> read(String name) {
    Properties properties = new Properties();
    try (var stream = TextFiles.class.getResourceAsStream("/texts/" + name + ".properties")) {
      if (stream == null) {
        throw new IllegalStateException("texts/" + name + ".properties is missing");
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("texts/" + name + ".properties cannot be read", e);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  /** The words of a comma-separated list; none where the text is null. */
  public static List<String> words(@org.jspecify.annotations.Nullable String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
