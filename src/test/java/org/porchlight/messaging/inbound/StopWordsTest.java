package org.porchlight.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.messaging.inbound.StopWords.Meaning;
import org.porchlight.messaging.text.TextFiles;

class StopWordsTest {

  private final StopWords words = new StopWords();

  private record Row(String language, Meaning meaning, String text) {}

  /** Nothing that somebody wrote for another reason may end their texts, and no stop is missed. */
  @Test
  void shouldUnderstandTheCorpus() throws IOException {
    List<Row> corpus = corpus();
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(150);

    List<Row> wrong = corpus.stream().filter(row -> words.of(row.text()) != row.meaning()).toList();

    long taken = corpus.stream().filter(row -> words.of(row.text()) == Meaning.STOP).count();
    long right =
        corpus.stream()
            .filter(row -> row.meaning() == Meaning.STOP && words.of(row.text()) == Meaning.STOP)
            .count();
    long meant = corpus.stream().filter(row -> row.meaning() == Meaning.STOP).count();
    System.out.printf(
        "Opt-outs: %d texts, %d mean stop; taken as stop %d, rightly %d: precision %.3f, recall"
            + " %.3f%n",
        corpus.size(), meant, taken, right, (double) right / taken, (double) right / meant);
    assertThat(wrong)
        .as("taken otherwise")
        .extracting(row -> row + " taken as " + words.of(row.text()))
        .isEmpty();
  }

  @Test
  void shouldTakeNoAnswerOfAnyLanguageAsStop() {
    for (String language : TextFiles.languages()) {
      TextFiles.read(language)
          .forEach(
              (key, list) -> {
                if (key.startsWith("answer.") || key.equals("help") || key.equals("filler")) {
                  TextFiles.words(list)
                      .forEach(
                          word ->
                              assertThat(words.of(word))
                                  .as("%s %s '%s'", language, key, word)
                                  .isEqualTo(Meaning.NOTHING));
                }
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop", " Quit ", "OptOut"})
  void shouldLeaveOneWordOfTheProvidersToTheProvider(String text) {
    assertThat(words.providerStops(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stop!", "stop please", "PARAR", "ＳＴＯＰ"})
  void shouldConfirmWhatTheProviderDoesNotActOn(String text) {
    assertThat(words.providerStops(text)).isFalse();
    assertThat(words.of(text)).isEqualTo(Meaning.STOP);
  }

  private static List<Row> corpus() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            StopWordsTest.class.getResourceAsStream("/texts/opt-out-corpus.tsv"))) {
      List<Row> rows = new ArrayList<>();
      for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] parts = line.split("\t", 3);
          rows.add(new Row(parts[0], Meaning.valueOf(parts[1]), parts[2]));
        }
      }
      return rows;
    }
  }
}
