package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.porchlight.messaging.text.ArgumentShape.Type;

/** What no text may say or let through, whatever the language and the values. */
class ContentTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final int LONGEST_BODY = 1600;

  /** Whatever a text to a family may hold: who, when, where; never why. */
  private static final Set<String> FAMILY_ARGUMENTS =
      Set.of(
          "schoolName",
          "name1",
          "name2",
          "role1",
          "role2",
          "when",
          "when1",
          "when2",
          "when3",
          "placeCode",
          "until",
          "words",
          "asks",
          "example");

  private static final List<String> HOSTILE =
      List.of(
          "O'Brien",
          "D’Angelo \"Ace\"",
          "{0}",
          "{name2}",
          "'{'",
          "{program, select, other {x}}",
          "# | <b>Ana</b> &amp;",
          "Ana\u202eanA\u202c",
          "\u2066Ana",
          "Ana\u2069 {link}",
          "\u200fAna\u061c",
          "Ana\n\nSTOP\r\nJo\u2028x",
          "\u0000Ana\u0007\u001b",
          "Ana \ud83d lost",
          "👩‍👩‍👧‍👦 Ana 😀",
          "x".repeat(200),
          "ش".repeat(200),
          "https://evil.example/?a=b&c={d}",
          "محمد",
          "École Noël-Šuškaya Öz",
          "王小明");

  private final Texts texts = new Texts(new TextSettings("Family Visits", true));

  static Stream<String> languages() {
    return Languages.TAGS.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void shouldKeepHostileValuesInTheirPlace(String language) {
    boolean rightToLeft = texts.languages().find(language).orElseThrow().rightToLeft();
    for (TemplateShape template : texts.templates().values()) {
      for (String value : HOSTILE) {
        String text =
            texts.render(template.name(), language, values(template, value), value, NEW_YORK);
        String what = language + " " + template.name() + " with '" + value + "'";
        String shown = Isolation.clean(value);
        assertThat(text.length()).as(what).isLessThanOrEqualTo(LONGEST_BODY);
        assertThat(text).as(what).contains(shown);
        assertThat(text.replace(shown, "")).as(what).doesNotContain("{", "}", "null");
        assertThat(text)
            .as(what)
            .doesNotContainPattern("[\\p{Cc}\\p{Cs}\\u061c\\u200e\\u200f\\u2028\\u202a-\\u202e]")
            .doesNotContainPattern("[\\u2066\\u2067]");
        assertThat(isolates(text)).as(what).isTrue();
        for (ArgumentShape argument : template.arguments()) {
          if (argument.type() == Type.TEXT) {
            assertThat(occurrences(text, shown)).as(what).isGreaterThanOrEqualTo(2);
          }
        }
        if (rightToLeft && shown.startsWith("O'")) {
          assertThat(text).as(what).contains("\u2068" + shown + " Family Visits\u2069");
        }
      }
    }
  }

  @Test
  void shouldTellAFamilyOnlyWhoWhenAndWhere() {
    for (TemplateShape template : texts.templates().values()) {
      if (template.flags().contains("partner")) {
        assertThat(template.arguments())
            .as(template.name())
            .allMatch(argument -> argument.type() == Type.LINK);
      } else if (!template.flags().contains("staff")) {
        assertThat(template.arguments())
            .as(template.name())
            .allSatisfy(argument -> assertThat(FAMILY_ARGUMENTS).contains(argument.name()))
            .noneMatch(argument -> argument.type() == Type.LINK);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void shouldHoldNoWordOfEnforcementOfAnyLanguage(String language) {
    Map<String, String> forbidden = TextFiles.read("forbidden-words");
    assertThat(forbidden.keySet()).containsAll(Languages.TAGS);
    Language found = texts.languages().find(language).orElseThrow();
    found
        .texts()
        .forEach(
            (key, text) -> {
              if (!key.startsWith("answer.") && !key.equals("filler") && !key.equals("help")) {
                forbidden.forEach(
                    (of, words) ->
                        TextFiles.words(words)
                            .forEach(
                                word ->
                                    assertThat(holds(text, word))
                                        .as("%s %s holds '%s' (%s)", language, key, word, of)
                                        .isFalse()));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void shouldHaveAllThatEnglishHas(String language) {
    Set<String> english =
        new TreeSet<>(texts.languages().find("en").orElseThrow().texts().keySet());
    Set<String> theirs =
        new TreeSet<>(texts.languages().find(language).orElseThrow().texts().keySet());
    theirs.removeIf(key -> key.startsWith("date.") || key.matches("day\\.pattern|locale"));

    assertThat(theirs).isEqualTo(english);
    assertThat(texts.languages().find(language).orElseThrow().state())
        .isEqualTo(
            language.equals("en") ? Language.State.APPROVED : Language.State.MACHINE_DRAFTED);
  }

  /** A word that a text offers must be one that is understood; the first of its list is offered. */
  @ParameterizedTest
  @MethodSource("languages")
  void shouldOfferWordsThatAreUnderstood(String language) {
    offers(language, "cases.invitation", "yes", "no", "later", "callMe", "more");
    offers(language, "cases.invitationReminder", "yes", "no", "later", "callMe", "more");
    offers(language, "messaging.helpReceipt", "callMe", "who", "later", "pause", "noVisit");
    offers(language, "visits.timeOffer", "later");
    offers(language, "visits.checkOut", "left");
    offers(language, "visits.askVisitor", "yes", "no");
    offers(language, "messaging.whichQuestion", "yes");
    for (String template :
        List.of(
            "visits.visitOff",
            "visits.whoComes",
            "visits.nobodyComes",
            "visits.offReceipt",
            "cases.pauseReceipt",
            "messaging.photoReceipt",
            "thread.missedCall",
            "thread.moreWords")) {
      offers(language, template, "callMe");
    }
    String stop = texts.optOutLine(language).orElseThrow();
    assertThat(stop).containsPattern("STOP|СТОП");
    assertThat(texts.languages().find(language).orElseThrow().require("messaging.helpReceipt"))
        .containsPattern("STOP|СТОП");
    assertThat(
            texts.languages().find(language).orElseThrow().require("messaging.optOutConfirmation"))
        .containsPattern("START|\\{start\\}");
  }

  /** All languages are understood at once, so one language's yes must not be another's no. */
  @Test
  void shouldMeanOneThingByAWordInAllLanguages() {
    Map<String, String> meanings = new TreeMap<>();
    List<String> clashes = new ArrayList<>();
    TextFiles.read("stop-words").values().stream()
        .flatMap(list -> TextFiles.words(list).stream())
        .forEach(word -> meanings.put(fold(word), "stop or start"));
    for (String language : Languages.TAGS) {
      TextFiles.read(language)
          .forEach(
              (key, list) -> {
                if (key.startsWith("answer.") || key.equals("help")) {
                  for (String word : TextFiles.words(list)) {
                    String other = meanings.putIfAbsent(fold(word), key);
                    if (other != null && !other.equals(key)) {
                      clashes.add(language + " " + key + " '" + word + "': " + other);
                    }
                  }
                }
              });
    }

    assertThat(clashes).isEmpty();
  }

  private void offers(String language, String template, String... answers) {
    Language found = texts.languages().find(language).orElseThrow();
    String text = " " + fold(found.require(template)) + " ";
    for (String answer : answers) {
      List<String> words = TextFiles.words(found.require("answer." + answer));
      assertThat(words.stream().map(ContentTest::fold))
          .as("%s %s offers %s", language, template, answer)
          .anyMatch(
              word ->
                  language.startsWith("zh")
                      ? text.contains(word)
                      : text.contains(" " + word + " "));
    }
  }

  /** Stems of words at the beginning of a word; anywhere in scripts that join or do not space. */
  private static boolean holds(String text, String word) {
    boolean spaced =
        word.codePoints()
            .mapToObj(Character.UnicodeScript::of)
            .noneMatch(
                script ->
                    script == Character.UnicodeScript.HAN
                        || script == Character.UnicodeScript.ARABIC);
    String lower = text.toLowerCase(Locale.ROOT);
    return spaced
        ? Pattern.compile("(?<!\\p{L})" + Pattern.quote(word)).matcher(lower).find()
        : lower.contains(word);
  }

  private static String fold(String text) {
    return Normalizer.normalize(
            text.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('ł', 'l').replace('đ', 'd'),
            Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[\\p{P}\\p{Sc}\\p{Sm}\\p{Cf}\\s]+", " ")
        .strip();
  }

  private static boolean isolates(String text) {
    int open = 0;
    for (char character : text.toCharArray()) {
      open += character == '\u2068' ? 1 : character == '\u2069' ? -1 : 0;
      if (open < 0 || open > 1) {
        return false;
      }
    }
    return open == 0;
  }

  private static int occurrences(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  private static Map<String, Object> values(TemplateShape template, String text) {
    Map<String, Object> values = new HashMap<>();
    for (ArgumentShape argument : template.arguments()) {
      values.put(
          argument.name(),
          switch (argument.type()) {
            case TEXT -> text;
            case LINK -> "https://porchlight.example/v/1";
            case INSTANT -> Instant.parse("2026-12-04T19:30:00Z");
            case DATE -> "2026-12-18";
            case ROLE -> "SOCIAL_WORKER";
            case PLACE -> "LIBRARY";
          });
    }
    return values;
  }
}
