package org.porchlight.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a page asks for exists, and every text that exists is asked for. */
class MessageKeysTest {

  private static final Path MAIN = Path.of("src", "main");
  private static final Path TEMPLATES = MAIN.resolve(Path.of("resources", "templates"));

  /** {@code #{area.key}} and {@code #{area.key(...)}}. */
  private static final Pattern WHOLE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9._-]*)[}(]");

  /** {@code #{|area.prefix.${code}|}}. */
  private static final Pattern BEGUN = Pattern.compile("#\\{\\|([A-Za-z][A-Za-z0-9._-]*\\.)\\$\\{");

  @Test
  void shouldFindEveryKeyThatATemplateNames() throws IOException {
    Set<String> keys = Messages.all().keySet();
    String templates = text(TEMPLATES, ".html");

    assertThat(found(WHOLE, templates)).isNotEmpty().isSubsetOf(keys);
  }

  @Test
  void shouldFindAKeyForEveryPrefixThatATemplateNames() throws IOException {
    Set<String> keys = Messages.all().keySet();

    assertThat(found(BEGUN, text(TEMPLATES, ".html")))
        .isNotEmpty()
        .allMatch(prefix -> keys.stream().anyMatch(key -> key.startsWith(prefix)));
  }

  @Test
  void shouldHoldNoTextThatNobodyAsksFor() throws IOException {
    String sources = text(TEMPLATES, ".html") + text(MAIN.resolve("java"), ".java");

    List<String> unused =
        Messages.all().keySet().stream().filter(key -> !asked(key, sources)).toList();

    assertThat(unused).isEmpty();
  }

  /** Spring leaves a text without values as it stands: there, a doubled apostrophe shows twice. */
  @Test
  void shouldDoubleApostrophesOnlyWhereValuesAreFilledIn() throws IOException {
    List<String> wrong =
        Messages.all().entrySet().stream()
            // Always given values, even where the text uses none.
            .filter(text -> !text.getKey().startsWith("visits.fit."))
            .filter(text -> wrong(text.getValue()))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(wrong).isEmpty();
  }

  private static boolean wrong(String text) {
    return text.contains("{") ? text.replace("''", "").contains("'") : text.contains("''");
  }

  private static boolean asked(String key, String sources) {
    if (sources.contains(key)) {
      return true;
    }
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      String prefix = key.substring(0, dot + 1);
      if (Stream.of("${", "\"", "'").anyMatch(end -> sources.contains(prefix + end))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Path folder, String ending) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }
}
