package org.porchlight.messaging.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.porchlight.messaging.text.TextFiles;
import org.springframework.stereotype.Component;

/**
 * Whether a text says that no more are wanted, or that they are welcome again. "BAJA" as the whole
 * message stops them, "planta baja" and "stop by at 5" do not; what may mean it goes to a person
 * (47 CFR 64.1200(a)(10): any reasonable means).
 */
@Component
class StopWords {

  private final Set<String> whole = new HashSet<>();
  private final Set<String> start;
  private final Set<String> clear;
  private final List<String> phrases = new ArrayList<>();
  private final List<String> hints;
  private final Set<String> around = new HashSet<>();
  private final List<String> aroundWithoutSpaces;
  private final Set<String> provider;

  /** What a text says about texts. */
  enum Meaning {
    STOP,
    /** A person has to look: it may mean stop. */
    MAYBE_STOP,
    START,
    NOTHING
  }

  StopWords() {
    Map<String, String> lists = TextFiles.read("stop-words");
    provider = Set.copyOf(TextFiles.words(lists.get("provider")));
    start = Set.copyOf(folded(lists.get("start")));
    lists.forEach(
        (key, list) -> {
          if (!key.equals("start")) {
            whole.addAll(folded(list));
          }
        });
    Map<String, String> more = TextFiles.read("stop-phrases");
    clear = Set.copyOf(folded(more.get("clear")));
    more.forEach(
        (key, list) -> {
          if (key.startsWith("around.")) {
            around.addAll(folded(list));
          } else if (!key.equals("clear") && !key.equals("hint")) {
            phrases.addAll(folded(list));
          }
        });
    aroundWithoutSpaces =
        around.stream()
            .filter(Script::withoutSpaces)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    hints = Stream.concat(folded(more.get("hint")).stream(), phrases.stream()).toList();
  }

  private static List<String> folded(@org.jspecify.annotations.Nullable String list) {
    return TextFiles.words(list).stream().map(Folding::fold).toList();
  }

  Meaning of(String text) {
    String folded = withoutRepeats(Folding.fold(text));
    if (start.contains(folded)) {
      return Meaning.START;
    }
    List<String> sentences = Folding.sentences(text);
    if (whole.contains(folded)
        || clear.contains(bare(folded))
        || phraseAlone(folded)
        || sentences.stream().anyMatch(this::phraseAlone)) {
      return Meaning.STOP;
    }
    boolean perhaps =
        whole.contains(bare(folded))
            || hints.stream().anyMatch(hint -> holds(folded, hint))
            || sentences.size() > 1
                && sentences.stream().anyMatch(sentence -> clear.contains(bare(sentence)))
            || timesClear(folded) > 1;
    return perhaps ? Meaning.MAYBE_STOP : Meaning.NOTHING;
  }

  /** The provider acts on these by itself, blocks the phone and confirms: one word, as it is. */
  boolean providerStops(String text) {
    return provider.contains(text.strip().toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether the sentence is one of the phrases, with only words around it that change nothing. */
  private boolean phraseAlone(String sentence) {
    return phrases.stream()
        .filter(phrase -> holds(sentence, phrase))
        .anyMatch(phrase -> rest(sentence, phrase).isEmpty());
  }

  private String rest(String sentence, String phrase) {
    if (!Script.withoutSpaces(phrase)) {
      return bare((" " + sentence + " ").replaceFirst(" " + phrase + " ", " "));
    }
    String rest = sentence.replace(phrase, "").replace(" ", "");
    for (String word : aroundWithoutSpaces) {
      rest = rest.replace(word, "");
    }
    return rest;
  }

  private static boolean holds(String sentence, String phrase) {
    return Script.withoutSpaces(phrase)
        ? sentence.contains(phrase)
        : (" " + sentence + " ").contains(" " + phrase + " ");
  }

  private String bare(String folded) {
    return Arrays.stream(folded.split(" "))
        .filter(word -> !around.contains(word) && !Folding.picture(word))
        .collect(Collectors.joining(" "))
        .strip();
  }

  private long timesClear(String folded) {
    return Arrays.stream(folded.split(" ")).filter(clear::contains).count();
  }

  /** "Stop stop STOP" is "stop". */
  private static String withoutRepeats(String folded) {
    List<String> words = new ArrayList<>();
    for (String word : folded.split(" ")) {
      if (words.isEmpty() || !words.getLast().equals(word)) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }

  /** Scripts that are written without spaces between words. */
  private static final class Script {

    static boolean withoutSpaces(String text) {
      return text.codePoints()
          .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
  }
}
