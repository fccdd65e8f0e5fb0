package org.porchlight.messaging.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.TextCosts;
import org.porchlight.messaging.text.ReadingGrade;
import org.porchlight.messaging.text.Samples;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextChecks;
import org.porchlight.messaging.text.TextProblem;
import org.porchlight.messaging.text.Wordings;
import org.springframework.stereotype.Component;

/** What can be told about a text before it is kept. */
@Component
class DraftChecks {

  private final TextChecks checks;
  private final Samples samples;
  private final TextCosts costs;
  private final ShippedTexts shipped;
  private final Wordings wordings;

  DraftChecks(
      TextChecks checks,
      Samples samples,
      TextCosts costs,
      ShippedTexts shipped,
      Wordings wordings) {
    this.checks = checks;
    this.samples = samples;
    this.costs = costs;
    this.shipped = shipped;
    this.wordings = wordings;
  }

  /**
   * @param preview as a reader would get it; null where the format is broken
   * @param shortest the same without what may be absent, where that differs
   * @param withLine what the first text to a phone costs, which says how to stop; null where it is
   *     never sent, or never with that line
   * @param grade school grade of the English; null in other languages
   */
  record Checked(
      List<TextProblem> problems,
      @Nullable String preview,
      @Nullable String shortest,
      int length,
      TextCosts.@Nullable Cost cost,
      TextCosts.@Nullable Cost withLine,
      String currency,
      @Nullable Double grade) {}

  Checked of(
      String language, String key, String text, String english, List<TextProblem> alreadyFound) {
    List<TextProblem> problems =
        alreadyFound.isEmpty() ? checks.of(language, key, text, english) : alreadyFound;
    if (text.isBlank() || problems.stream().anyMatch(DraftChecks::unreadable)) {
      return new Checked(problems, null, null, text.length(), null, null, costs.currency(), null);
    }
    String preview = samples.write(language, key, text);
    String shortest = samples.shortest(language, key, text);
    boolean sent = sent(key);
    return new Checked(
        problems,
        preview,
        shortest.equals(preview) ? null : shortest,
        preview.codePointCount(0, preview.length()),
        sent ? costs.of(preview) : null,
        sent && saysHowToStop(key) ? costs.of(preview + " " + optOutLine(language)) : null,
        costs.currency(),
        language.equals(ShippedTexts.ENGLISH) ? ReadingGrade.of(preview) : null);
  }

  private static boolean unreadable(TextProblem problem) {
    return switch (problem.kind()) {
      case SYNTAX, UNKNOWN_PLACEHOLDER -> true;
      default -> false;
    };
  }

  private boolean sent(String key) {
    return !shipped.audience(key).contains("letter");
  }

  private boolean saysHowToStop(String key) {
    Set<String> readers = shipped.audience(key);
    return readers.contains("family") || readers.contains("anyone") || readers.contains("partner");
  }

  private String optOutLine(String language) {
    return wordings.newest(language).getOrDefault(ShippedTexts.OPT_OUT_LINE, "");
  }
}
