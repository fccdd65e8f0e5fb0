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
    "اتصل, CALL_ME"
  })
  void shouldUnderstandAnswersInEveryLanguage(String text, Answer answer) {
    assertThat(words.answer(text)).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"who is this?", "yes but not on monday", "", "no sé", "¿quién viene?", "gracias"})
  void shouldLeaveTheRestToAPerson(String text) {
    assertThat(words.answer(text)).isEmpty();
  }

  @Test
  void shouldTellHelpFromAnswers() {
    assertThat(words.asksForHelp("Ayuda")).isTrue();
    assertThat(words.asksForHelp("مساعدة")).isTrue();
    assertThat(words.asksForHelp("help me move")).isFalse();
  }
}
