package org.porchlight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {

  @ParameterizedTest
  @CsvSource({
    "spa, es",
    "por, pt",
    "hat, ht",
    "ara, ar",
    "pus, ps",
    "chi, zh",
    "ukr, uk",
    "alb, sq",
    "pol, pl",
    "urd, ur",
    "per, fa",
    "fre, fr",
    "fra, fr",
    "vie, vi",
    "cpp, kea",
    "kin, rw",
    "mam, mam",
    "es, es",
    "pt-BR, pt-BR"
  })
  void shouldMapToBcp47(String code, String tag) {
    assertThat(LanguageCodes.toBcp47(code)).contains(tag);
  }

  @Test
  void shouldNotGuess() {
    assertThat(LanguageCodes.toBcp47("und")).isEmpty();
    assertThat(LanguageCodes.toBcp47("mul")).isEmpty();
    assertThat(LanguageCodes.toBcp47("nonsense")).isEmpty();
    assertThat(LanguageCodes.toBcp47("")).isEmpty();
  }
}
