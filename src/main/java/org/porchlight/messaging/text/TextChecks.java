package org.porchlight.messaging.text;

import com.ibm.icu.text.PluralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.porchlight.messaging.text.TextProblem.Kind;
import org.springframework.stereotype.Component;

/** Whether a text may be kept: its placeholders, its words, its length. */
@Component
public class TextChecks {

  /** What the provider accepts in one message, less the line that says how to stop. */
  private static final int LONGEST = 1_450;

  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  /** Words that the provider, or a phone company, takes as the wish to get no more texts. */
  private static final Set<String> TAKEN_AS_STOP =
      Set.of("CANCEL", "END", "QUIT", "CANCELAR", "UNSUBSCRIBE", "REVOKE", "STOPALL");

  private final ShippedTexts shipped;
  private final Samples samples;
  private final Map<String, String> forbidden = TextFiles.read("forbidden-words");
  private final Set<String> stopWords = new TreeSet<>();

  TextChecks(ShippedTexts shipped, Samples samples) {
    this.shipped = shipped;
    this.samples = samples;
    TextFiles.read("stop-words").values().stream()
        .flatMap(words -> TextFiles.words(words).stream())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(stopWords::add);
  }

  /**
   * @param english from which it is made; of English itself, the same text
   * @return what to mend, the worst first; empty where all is well
   */
  public List<TextProblem> of(String language, String key, String text, String english) {
    if (text.isBlank()) {
      return List.of(TextProblem.of(Kind.EMPTY));
    }
    List<TextProblem> problems = new ArrayList<>();
    Optional<TemplateShape> shape = shipped.shape(key);
    if (shape.isPresent()) {
      placeholders(shape.get(), language, text, english, problems);
    } else if (text.contains("{") || text.contains("}")) {
      problems.add(TextProblem.of(Kind.PLACEHOLDER_IN_WORD));
    }
    words(language, key, text, problems);
    if (shape.isPresent() && problems.isEmpty()) {
      length(language, key, text, problems);
    }
    return List.copyOf(problems);
  }

  private static void placeholders(
      TemplateShape shape,
      String language,
      String text,
      String english,
      List<TextProblem> problems) {
    TextPattern ours;
    try {
      ours = TextPattern.of(text);
    } catch (IllegalArgumentException e) {
      problems.add(TextProblem.of(Kind.SYNTAX, String.valueOf(e.getMessage())));
      return;
    }
    TextPattern theirs = TextPattern.of(english);
    Set<String> usable = shape.usableNames();
    for (String name : ours.arguments()) {
      if (!usable.contains(name)) {
        problems.add(TextProblem.of(Kind.UNKNOWN_PLACEHOLDER, name, String.join(", ", usable)));
      }
    }
    Set<String> wanted = new TreeSet<>(theirs.arguments());
    wanted.add("program");
    wanted.removeAll(ours.arguments());
    wanted.forEach(name -> problems.add(TextProblem.of(Kind.MISSING_PLACEHOLDER, name)));
    branches(ours, theirs, problems);
    plurals(ours, language, problems);
  }

  private static void branches(TextPattern ours, TextPattern theirs, List<TextProblem> problems) {
    ours.choices()
        .forEach(
            (name, branches) -> {
              // Whether something is there at all is the only choice that the catalogue offers.
              Set<String> known =
                  name.startsWith("has")
                      ? Set.of("yes", "other")
                      : theirs.choices().getOrDefault(name, new TreeSet<>());
              known.stream()
                  .filter(branch -> !branches.contains(branch))
                  .forEach(
                      branch -> problems.add(TextProblem.of(Kind.MISSING_BRANCH, name, branch)));
              branches.stream()
                  .filter(branch -> !known.contains(branch) && !branch.equals("no"))
                  .forEach(
                      branch -> problems.add(TextProblem.of(Kind.UNKNOWN_BRANCH, name, branch)));
            });
  }

  private static void plurals(TextPattern ours, String language, List<TextProblem> problems) {
    Set<String> forms = PluralRules.forLocale(Locale.forLanguageTag(language)).getKeywords();
    ours.plurals()
        .forEach(
            (name, branches) ->
                forms.stream()
                    .filter(form -> !branches.contains(form))
                    .forEach(
                        form -> problems.add(TextProblem.of(Kind.MISSING_PLURAL, name, form))));
  }

  private void words(String language, String key, String text, List<TextProblem> problems) {
    String lower = text.toLowerCase(Locale.ROOT);
    TextFiles.words(forbidden.get(language)).stream()
        .filter(lower::contains)
        .forEach(word -> problems.add(TextProblem.of(Kind.FORBIDDEN_WORD, word)));
    for (String word : text.split("[^\\p{L}]+", -1)) {
      if (TAKEN_AS_STOP.contains(word)) {
        problems.add(TextProblem.of(Kind.STOP_WORD, word));
      }
    }
    if (key.equals(ShippedTexts.OPT_OUT_LINE) && stopWords.stream().noneMatch(lower::contains)) {
      problems.add(TextProblem.of(Kind.NO_STOP_WORD));
    }
    if (HIDDEN.matcher(text).find()) {
      problems.add(TextProblem.of(Kind.HIDDEN_SIGN));
    }
  }

  private void length(String language, String key, String text, List<TextProblem> problems) {
    int length = samples.write(language, key, text).length();
    if (length > LONGEST) {
      problems.add(
          TextProblem.of(Kind.TOO_LONG, Integer.toString(length), Integer.toString(LONGEST)));
    }
  }
}
