package org.porchlight.messaging.inbound;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.text.TextFiles;
import org.springframework.stereotype.Component;

/**
 * The words by which people ask for help and answer, in all languages at once: many write in
 * another than the one they are written to.
 */
@Component
class Words {

  private static final Map<String, Answer> LISTS =
      Map.ofEntries(
          Map.entry("answer.yes", Answer.YES),
          Map.entry("answer.no", Answer.NO),
          Map.entry("answer.later", Answer.LATER),
          Map.entry("answer.callMe", Answer.CALL_ME),
          Map.entry("answer.callsOnly", Answer.CALLS_ONLY),
          Map.entry("answer.elsewhere", Answer.ELSEWHERE),
          Map.entry("answer.somebodyElse", Answer.SOMEBODY_ELSE),
          Map.entry("answer.helpOnly", Answer.HELP_ONLY),
          Map.entry("answer.wrongNumber", Answer.WRONG_NUMBER),
          Map.entry("answer.more", Answer.MORE),
          Map.entry("answer.pause", Answer.PAUSE),
          Map.entry("answer.who", Answer.WHO),
          Map.entry("answer.noVisit", Answer.NO_VISIT));

  private static final String OF_ALL = "";
  private static final Set<String> EVERYWHERE = Set.of(OF_ALL, "en");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

  private final Set<String> help = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Set<String> filler = new HashSet<>();
  private final Map<String, Map<Answer, Set<String>>> answers = new TreeMap<>();

  Words() {
    add(OF_ALL, Answer.FIRST, "1");
    add(OF_ALL, Answer.SECOND, "2");
    add(OF_ALL, Answer.THIRD, "3");
    add(OF_ALL, Answer.FOURTH, "4");
    add(OF_ALL, Answer.FIFTH, "5");
    add(OF_ALL, Answer.YES, "👍, 👌, ✅, ✔, ☑, 🆗");
    add(OF_ALL, Answer.NO, "👎, ❌, ✖, 🚫");
    for (String language : TextFiles.languages()) {
      Map<String, String> texts = TextFiles.read(language);
      help.addAll(words(texts.get("help")));
      left.addAll(words(texts.get("answer.left")));
      filler.addAll(words(texts.get("filler")));
      LISTS.forEach((key, answer) -> add(language, answer, texts.get(key)));
    }
  }

  private void add(String language, Answer answer, @Nullable String list) {
    answers
        .computeIfAbsent(language, l -> new EnumMap<>(Answer.class))
        .computeIfAbsent(answer, a -> new HashSet<>())
        .addAll(words(list));
  }

  private static Set<String> words(@Nullable String list) {
    return TextFiles.words(list).stream().map(Folding::fold).collect(Collectors.toSet());
  }

  boolean asksForHelp(String text) {
    return help.contains(Folding.fold(text));
  }

  /** "OUT": means something only to whoever was asked whether they have left. */
  boolean saysLeft(String text) {
    return left.contains(Folding.fold(text));
  }

  /**
   * The answer, where the whole message says one and nothing else but politeness. A picture beside
   * words must not say otherwise. A Spanish "mire" is no Albanian "mirë": a word in Latin letters
   * is taken in English or in one of the writer's languages only.
   *
   * @param languages as our files are named; none where nobody knows, and then all count
   */
  Optional<Answer> answer(String text, Set<String> languages) {
    String folded = Folding.fold(text);
    Set<Answer> said = EnumSet.noneOf(Answer.class);
    List<String> words = new ArrayList<>();
    for (String word : folded.split(" ")) {
      if (Folding.picture(word)) {
        of(word, languages).ifPresent(said::add);
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (!words.isEmpty()) {
      Optional<Answer> whole =
          of(String.join(" ", words), languages).or(() -> of(bare(words), languages));
      if (whole.isEmpty()) {
        return Optional.empty();
      }
      said.add(whole.get());
    }
    return said.size() == 1 ? said.stream().findFirst() : Optional.empty();
  }

  private Optional<Answer> of(String folded, Set<String> languages) {
    boolean latin = LATIN.matcher(folded).find();
    return answers.entrySet().stream()
        .filter(
            list ->
                !latin
                    || languages.isEmpty()
                    || EVERYWHERE.contains(list.getKey())
                    || languages.contains(list.getKey()))
        .flatMap(list -> list.getValue().entrySet().stream())
        .filter(entry -> entry.getValue().contains(folded))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Without politeness, and what is only said again. */
  private String bare(List<String> words) {
    List<String> bare = new ArrayList<>();
    for (String word : words) {
      if (!filler.contains(word) && (bare.isEmpty() || !bare.getLast().equals(word))) {
        bare.add(word);
      }
    }
    return String.join(" ", bare);
  }
}
