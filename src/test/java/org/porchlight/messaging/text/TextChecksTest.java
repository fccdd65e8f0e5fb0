package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.text.TextProblem.Kind;

class TextChecksTest {

  private static final String REMINDER = "visits.visitReminder";

  private final ShippedTexts shipped = new ShippedTexts();
  private final TextChecks checks = ShippedTextsForTests.checks();

  @Test
  void shouldFindNothingToMendInWhatIsShipped() {
    shipped
        .languages()
        .forEach(
            language ->
                shipped
                    .keys()
                    .forEach(
                        key ->
                            assertThat(problems(language.tag(), key, shipped(language.tag(), key)))
                                .as("%s of %s", key, language.tag())
                                .isEmpty()));
  }

  @Test
  void shouldNameThePlaceholderThatIsMissingOrUnknown() {
    String spanish = shipped("es", REMINDER);

    assertThat(problems("es", REMINDER, spanish.replace("{name2}", "{nombre2}")))
        .contains(TextProblem.of(Kind.MISSING_PLACEHOLDER, "name2"))
        .anyMatch(
            problem ->
                problem.kind() == Kind.UNKNOWN_PLACEHOLDER
                    && problem.values().getFirst().equals("nombre2")
                    && problem.values().get(1).contains("name2"));
  }

  @Test
  void shouldTakeAnApostropheThatHidesAPlaceholderAsAMissingOne() {
    assertThat(problems("en", REMINDER, shipped("en", REMINDER).replace("{name1}", "'{name1}'")))
        .isEmpty();
    assertThat(problems("es", REMINDER, shipped("es", REMINDER).replace("{name1}", "'{name1}'")))
        .contains(TextProblem.of(Kind.MISSING_PLACEHOLDER, "name1"));
  }

  @Test
  void shouldSayWhereTheFormatIsBroken() {
    assertThat(problems("es", REMINDER, "{program}: {name1"))
        .singleElement()
        .matches(problem -> problem.kind() == Kind.SYNTAX && !problem.values().isEmpty());
    assertThat(problems("es", REMINDER, "{program} {99999999999999999999}"))
        .isNotEmpty()
        .allMatch(TextProblem::blocks);
  }

  @Test
  void shouldAskForEveryBranchOfAChoice() {
    String key = "visits.askVisitor";
    String english = shipped("en", key);

    assertThat(problems("en", key, english.replace("other {}", "otherwise {} other {}")))
        .contains(TextProblem.of(Kind.UNKNOWN_BRANCH, "hasVisitDate", "otherwise"));
    assertThat(problems("es", key, shipped("es", key).replace("select, yes {", "select, si {")))
        .contains(
            TextProblem.of(Kind.MISSING_BRANCH, "hasVisitDate", "yes"),
            TextProblem.of(Kind.UNKNOWN_BRANCH, "hasVisitDate", "si"));
  }

  @Test
  void shouldRefuseWordsOfEnforcementAndTheReason() {
    assertThat(problems("en", "cases.thanks", "{program}: your absences are a court matter."))
        .extracting(TextProblem::kind)
        .contains(Kind.FORBIDDEN_WORD);
  }

  @Test
  void shouldRefuseAReplyThatStopsTexts() {
    assertThat(problems("en", "cases.thanks", "{program}: reply CANCEL."))
        .containsExactly(TextProblem.of(Kind.STOP_WORD, "CANCEL"));
    assertThat(problems("en", ShippedTexts.OPT_OUT_LINE, "Thank you."))
        .containsExactly(TextProblem.of(Kind.NO_STOP_WORD));
  }

  @Test
  void shouldRefuseWhatIsEmptyHiddenOrTooLong() {
    assertThat(problems("en", "cases.thanks", "  ")).containsExactly(TextProblem.of(Kind.EMPTY));
    assertThat(problems("en", "cases.thanks", "{program}\u202e: thanks"))
        .containsExactly(TextProblem.of(Kind.HIDDEN_SIGN));
    assertThat(problems("en", "cases.thanks", "{program} " + "long ".repeat(400)))
        .extracting(TextProblem::kind)
        .containsExactly(Kind.TOO_LONG);
    assertThat(problems("en", "role.NURSE", "{nurse}"))
        .containsExactly(TextProblem.of(Kind.PLACEHOLDER_IN_WORD));
  }

  @Test
  void shouldMissTheFormsOfCountingThatALanguageHas() {
    assertThat(problems("en", "cases.thanks", "{program}{start, plural, other {#}}"))
        .contains(TextProblem.of(Kind.MISSING_PLURAL, "start", "one"));
  }

  @Test
  void shouldEstimateTheGradeInWhichATextIsRead() {
    assertThat(ReadingGrade.of("The cat sat on the mat.")).isLessThan(1);
    assertThat(
            ReadingGrade.of(
                "Notwithstanding institutional considerations, participation necessitates"
                    + " administrative authorization."))
        .isGreaterThan(20);
    assertThat(ReadingGrade.of("https://visits.example.org/v/1")).isZero();
    Map.of("family", 3, "time", 1, "visited", 3, "helped", 1, "the", 1, "table", 2, "school", 1)
        .forEach(
            (word, count) -> assertThat(ReadingGrade.syllables(word)).as(word).isEqualTo(count));
  }

  private List<TextProblem> problems(String language, String key, String text) {
    return checks.of(language, key, text, language.equals("en") ? text : shipped("en", key));
  }

  private String shipped(String language, String key) {
    return String.valueOf(shipped.texts(language).get(key));
  }
}
