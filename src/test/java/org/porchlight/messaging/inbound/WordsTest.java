package org.porchlight.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.text.TextFiles;

class WordsTest {

  private final Words words = new Words();

  @ParameterizedTest
  @CsvSource({
    "Yes please!, YES",
    "SÍ, YES",
    "si gracias, YES",
    "Sim, YES",
    "wi, YES",
    "نعم, YES",
    "نَعَم شكراً, YES",
    "No, NO",
    "no gracias, NO",
    "NÃO, NO",
    "nao, NO",
    "non mèsi, NO",
    "لا, NO",
    "لا شكرا, NO",
    "LATER, LATER",
    "después, LATER",
    "DESPUES, LATER",
    "depois, LATER",
    "Pita, LATER",
    "لاحقاً, LATER",
    "call me, CALL_ME",
    "LLAMAR, CALL_ME",
    "ligar, CALL_ME",
    "RELE, CALL_ME",
    "rele m, CALL_ME",
    "اتصل, CALL_ME",
    "Calls only please, CALLS_ONLY",
    "Sólo llamadas por favor, CALLS_ONLY",
    "SO LIGACOES, CALLS_ONLY",
    "apèl sèlman, CALLS_ONLY",
    "مكالمات فقط, CALLS_ONLY",
    "somewhere else, ELSEWHERE",
    "En la escuela, ELSEWHERE",
    "em outro lugar, ELSEWHERE",
    "yon lot kote, ELSEWHERE",
    "في المدرسة, ELSEWHERE",
    "'Somebody else, please', SOMEBODY_ELSE",
    "otra persona, SOMEBODY_ELSE",
    "outras pessoas, SOMEBODY_ELSE",
    "lòt moun, SOMEBODY_ELSE",
    "شخص آخر, SOMEBODY_ELSE",
    "help only, HELP_ONLY",
    "solo ayuda, HELP_ONLY",
    "só ajuda, HELP_ONLY",
    "èd sèlman, HELP_ONLY",
    "مساعدة فقط, HELP_ONLY",
    "Wrong number!, WRONG_NUMBER",
    "Número equivocado, WRONG_NUMBER",
    "número errado, WRONG_NUMBER",
    "move nimewo, WRONG_NUMBER",
    "رقم خاطئ, WRONG_NUMBER",
    "¿Quién viene?, WHO",
    "who is coming, WHO",
    "Pausa, PAUSE",
    "sin visita, NO_VISIT",
    "más, MORE",
    "4, FOURTH",
    "٥, FIFTH",
    "۳, THIRD",
    "२, SECOND",
    "３, THIRD",
    "2️⃣, SECOND",
    "①, FIRST",
    "👍, YES",
    "👍🏽👍🏽, YES",
    "yes 👍 🙏, YES",
    "Sí 😊❤️, YES",
    "no 🙏, NO",
    "👎🏿, NO",
    "✅, YES"
  })
  void shouldUnderstandAnswersInEveryLanguage(String text, Answer answer) {
    assertThat(words.answer(text, Set.of())).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who is this?",
        "yes but not on monday",
        "",
        "no sé",
        "gracias",
        "6",
        "👍👎",
        "😊",
        "he is at school",
        "somebody else has this phone",
        "help only with the bus",
        "wrong"
      })
  void shouldLeaveTheRestToAPerson(String text) {
    assertThat(words.answer(text, Set.of())).isEmpty();
  }

  /**
   * Where nobody knows the writer, all languages are understood at once: no word may mean one thing
   * here and another there.
   */
  @Test
  void shouldUnderstandEveryWordOfEveryList() {
    Map<String, Answer> lists =
        Map.of(
            "answer.yes", Answer.YES,
            "answer.no", Answer.NO,
            "answer.later", Answer.LATER,
            "answer.callMe", Answer.CALL_ME,
            "answer.more", Answer.MORE,
            "answer.pause", Answer.PAUSE,
            "answer.who", Answer.WHO,
            "answer.noVisit", Answer.NO_VISIT,
            "answer.wrongNumber", Answer.WRONG_NUMBER);
    List<String> wrong = new ArrayList<>();
    for (String language : TextFiles.languages()) {
      Map<String, String> texts = TextFiles.read(language);
      lists.forEach(
          (key, answer) -> {
            for (String word : TextFiles.words(texts.get(key))) {
              if (!words.answer(word, Set.of()).equals(Optional.of(answer))
                  || words.asksForHelp(word)) {
                wrong.add(
                    language + " " + key + " " + word + " is " + words.answer(word, Set.of()));
              }
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mire, es, ",
    "mirë, sq, YES",
    "sí, ar, ",
    "yes, ar, YES",
    "نعم, es, YES",
    "1, vi, FIRST",
    "👍, pl, YES"
  })
  void shouldTakeLatinWordsInTheWritersLanguageOrEnglishOnly(
      String text, String language, @Nullable Answer answer) {
    assertThat(words.answer(text, Set.of(language))).isEqualTo(Optional.ofNullable(answer));
  }

  @Test
  void shouldTellHelpFromAnswers() {
    assertThat(words.asksForHelp("Ayuda")).isTrue();
    assertThat(words.asksForHelp("مساعدة")).isTrue();
    assertThat(words.asksForHelp("help me move")).isFalse();
    assertThat(words.asksForHelp("help only")).isFalse();
  }
}
