package org.porchlight.messaging.inbound;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.text.TextFiles;
import org.springframework.stereotype.Component;

/** The words by which people stop, start, ask for help and answer, in the program's languages. */
@Component
class Words {

  private static final List<String> WRITTEN = List.of("en", "es", "pt", "ht", "ar");

  private final Set<String> stop = new HashSet<>();
  private final Set<String> providersOwn;
  private final Set<String> start;
  private final Set<String> help = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Set<String> filler = new HashSet<>();
  private final Map<Answer, Set<String>> answers = new EnumMap<>(Answer.class);

  Words() {
    Map<String, String> lists = TextFiles.read("stop-words");
    providersOwn = words(lists.get("provider"));
    start = words(lists.get("start"));
    lists.forEach(
        (key, list) -> {
          if (!key.equals("start")) {
            stop.addAll(words(list));
          }
        });
    add(Answer.FIRST, "1, ١");
    add(Answer.SECOND, "2, ٢");
    add(Answer.THIRD, "3, ٣");
    add(Answer.FOURTH, "4, ٤");
    add(Answer.FIFTH, "5, ٥");
    for (String language : WRITTEN) {
      Map<String, String> texts = TextFiles.read(language);
      help.addAll(words(texts.get("help")));
      left.addAll(words(texts.get("answer.left")));
      filler.addAll(words(texts.get("filler")));
      add(Answer.YES, texts.get("answer.yes"));
      add(Answer.NO, texts.get("answer.no"));
      add(Answer.LATER, texts.get("answer.later"));
      add(Answer.CALL_ME, texts.get("answer.callMe"));
      add(Answer.CALLS_ONLY, texts.get("answer.callsOnly"));
      add(Answer.ELSEWHERE, texts.get("answer.elsewhere"));
      add(Answer.SOMEBODY_ELSE, texts.get("answer.somebodyElse"));
      add(Answer.HELP_ONLY, texts.get("answer.helpOnly"));
      add(Answer.WRONG_NUMBER, texts.get("answer.wrongNumber"));
    }
  }

  private void add(Answer answer, @org.jspecify.annotations.Nullable String list) {
    answers.computeIfAbsent(answer, a -> new HashSet<>()).addAll(words(list));
  }

  private static Set<String> words(@org.jspecify.annotations.Nullable String list) {
    return TextFiles.words(list).stream().map(Words::fold).collect(Collectors.toSet());
  }

  /** Whole messages only: "stop by at 5" and "baja" within a sentence are none. */
  boolean stops(String text) {
    return stop.contains(fold(text));
  }

  /** The provider acts on these by itself, blocks the phone and confirms. */
  boolean providerStops(String text) {
    return providersOwn.contains(fold(text));
  }

  boolean starts(String text) {
    return start.contains(fold(text));
  }

  boolean asksForHelp(String text) {
    return help.contains(fold(text));
  }

  /** "OUT": means something only to whoever was asked whether they have left. */
  boolean saysLeft(String text) {
    return left.contains(fold(text));
  }

  /** The answer, where the whole message says one and nothing else but politeness. */
  Optional<Answer> answer(String text) {
    String folded = fold(text);
    Optional<Answer> whole = of(folded);
    if (whole.isPresent()) {
      return whole;
    }
    String bare =
        Arrays.stream(folded.split(" "))
            .filter(word -> !filler.contains(word))
            .collect(Collectors.joining(" "));
    return of(bare);
  }

  private Optional<Answer> of(String folded) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getValue().contains(folded))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Without case, accents, vowel marks, punctuation and doubled spaces; compatibility forms as one.
   */
  static String fold(String text) {
    String plain =
        Normalizer.normalize(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKD);
    return plain
        .replaceAll("[\\p{M}\\u0640]", "")
        .replaceAll("[\\p{P}\\p{Sc}\\p{Sm}\\p{Cf}\\p{Cc}\\p{Z}\\s]+", " ")
        .strip();
  }
}
