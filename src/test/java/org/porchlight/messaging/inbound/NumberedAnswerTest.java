package org.porchlight.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.messaging.Answer;

class NumberedAnswerTest {

  private final Words words = new Words();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 YES",
        "yes 2",
        "2. Yes please",
        "#2 sí",
        "2: si, gracias",
        "2 sim",
        "NÃO 2",
        "2 wi",
        "non 2",
        "2 نعم",
        "٢ نعم",
        "لا ٢",
        "2️⃣ yes"
      })
  void shouldUnderstandTheNumberInEveryLanguage(String text) {
    assertThat(NumberedAnswer.of(text, words, Set.of()))
        .hasValueSatisfying(said -> assertThat(said.number()).isEqualTo(2))
        .hasValueSatisfying(said -> assertThat(said.answer()).isIn(Answer.YES, Answer.NO));
  }

  @Test
  void shouldTakeABareAnswerAsBefore() {
    assertThat(NumberedAnswer.of("Sí, por favor", words, Set.of()))
        .contains(new NumberedAnswer(null, Answer.YES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.", "٢", "2 please"})
  void shouldTakeABareNumberAsAPickFromAList(String text) {
    assertThat(NumberedAnswer.of(text, words, Set.of()))
        .contains(new NumberedAnswer(null, Answer.SECOND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 yes 2 no", "1 2 yes", "yes at 5 o'clock", "22", "2222 yes", "2nd yes"})
  void shouldNotGuess(String text) {
    assertThat(NumberedAnswer.of(text, words, Set.of())).isEmpty();
  }
}
