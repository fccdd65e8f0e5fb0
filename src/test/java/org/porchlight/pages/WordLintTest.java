package org.porchlight.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * I11: no word of enforcement in any form or page, and none that tells how much was missed in what
 * visitors and families see. The texts themselves are checked by messaging, per language.
 */
class WordLintTest {

  /** The areas that a visitor's pages are made of. */
  private static final Set<String> VISITORS = Set.of("visits", "phones", "shell");

  /** Words of attendance, and of screens, that staff need among themselves. */
  private static final Set<String> OF_STAFF =
      Set.of(
          "absence",
          "absent",
          "attendance",
          "missed school",
          "missing school",
          "unexcused",
          "chronic",
          "warning",
          "required",
          "legal");

  /** What a form shows to people; the rest is keys and settings. */
  private static final Pattern SHOWN =
      Pattern.compile("\"(?:label|text|description|dateLabel|timeLabel)\": \"([^\"]*)\"");

  @Test
  void shouldHoldNoWordOfEnforcementInForms() throws IOException {
    Map<String, String> forms = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".form")).toList()) {
        forms.put(
            file.getFileName().toString(),
            SHOWN
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining("\n")));
      }
    }

    assertThat(forms).isNotEmpty();
    assertClean(forms, forbidden());
  }

  @Test
  void shouldHoldNoWordOfEnforcementOnPages() throws IOException {
    Map<String, String> texts = new TreeMap<>(Messages.all());
    // Administrators name these duties, so that whoever has one is kept out.
    texts.keySet().removeIf(key -> key.startsWith("accounts.duty."));

    assertThat(texts).isNotEmpty();
    assertClean(texts, enforcement());
  }

  @Test
  void shouldNotTalkOfAttendanceToVisitors() throws IOException {
    Map<String, String> texts = new TreeMap<>(Messages.all());
    texts.keySet().removeIf(key -> !VISITORS.contains(key.substring(0, key.indexOf('.'))));

    assertThat(texts).isNotEmpty();
    assertClean(texts, forbidden());
  }

  private static void assertClean(Map<String, String> texts, List<String> words) {
    texts.forEach(
        (name, text) ->
            words.forEach(
                word ->
                    assertThat(
                            Pattern.compile("(?<!\\p{L})" + Pattern.quote(word))
                                .matcher(text.toLowerCase(Locale.ROOT))
                                .find())
                        .as("%s holds '%s'", name, word)
                        .isFalse()));
  }

  private static List<String> enforcement() throws IOException {
    return forbidden().stream().filter(word -> !OF_STAFF.contains(word)).toList();
  }

  private static List<String> forbidden() throws IOException {
    Properties words = new Properties();
    Path file = Path.of("src", "main", "resources", "texts", "forbidden-words.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return Arrays.stream(words.getProperty("en").split(","))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
