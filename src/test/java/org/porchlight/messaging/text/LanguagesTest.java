package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.porchlight.roster.ProgramLanguages;

/** One list of languages, whether to write in or to choose from. */
class LanguagesTest {

  @Test
  void shouldWriteTheLanguagesThatPagesOffer() {
    assertThat(new Languages().all().stream().map(Language::bcp47))
        .containsExactlyElementsOf(ProgramLanguages.WRITTEN);
  }

  @Test
  void shouldNameThemAsTheReaderDoes() {
    assertThat(ProgramLanguages.name("fa-AF", Locale.ENGLISH)).isEqualTo("Dari");
    assertThat(ProgramLanguages.name("zh-Hant", Locale.US)).isEqualTo("Traditional Chinese");
    assertThat(ProgramLanguages.name("kea", Locale.US)).isEqualTo("Cape Verdean Creole");
    assertThat(ProgramLanguages.name("es", Locale.forLanguageTag("es"))).isEqualTo("español");
  }
}
