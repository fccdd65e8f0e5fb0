package org.porchlight.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.messaging.Answer;

class WordsTest {

  private final Words words = new Words();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop.",
        " Stop! ",
        "ＳＴＯＰ",
        "PARAR",
        "baja",
        "¡Alto!",
        "Pare",
        "sair",
        "SISPANN",
        "rete",
        "إيقاف",
        "ايقاف",
        "توقّف",
        "إلغاء",
        "Arrêt",
        "стоп",
        "退订",
        "dừng",
        "ndalo",
        "بند کړئ",
        "Please stop texting me",
        "opt out",
        "cancel",
        "CANCELAR",
        "revoke"
      })
  void shouldTakeAWholeMessageAsStop(String text) {
    assertThat(words.stops(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop by at 5",
        "vivo en la planta baja",
        "no",
        "yes",
        "non",
        "لا",
        "that's the end of it"
      })
  void shouldNotTakeAWordWithinAMessageAsStop(String text) {
    assertThat(words.stops(text)).isFalse();
  }

  @Test
  void shouldLiftOnlyByStartOrUnstop() {
    assertThat(words.starts("Start")).isTrue();
    assertThat(words.starts("UNSTOP")).isTrue();
    assertThat(words.starts("YES")).isFalse();
  }

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
    "4, FOURTH",
    "٥, FIFTH"
  })
  void shouldUnderstandAnswersInEveryLanguage(String text, Answer answer) {
    assertThat(words.answer(text)).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who is this?",
        "yes but not on monday",
        "",
        "no sé",
        "¿quién viene?",
        "gracias",
        "6",
        "he is at school",
        "somebody else has this phone",
        "help only with the bus",
        "wrong"
      })
  void shouldLeaveTheRestToAPerson(String text) {
    assertThat(words.answer(text)).isEmpty();
  }

  @Test
  void shouldTellHelpFromAnswers() {
    assertThat(words.asksForHelp("Ayuda")).isTrue();
    assertThat(words.asksForHelp("مساعدة")).isTrue();
    assertThat(words.asksForHelp("help me move")).isFalse();
    assertThat(words.asksForHelp("help only")).isFalse();
  }
}
