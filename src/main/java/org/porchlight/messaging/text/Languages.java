package org.porchlight.messaging.text;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;

/**
 * The languages that we write, found by what a BCP 47 tag most likely means. Never falls back to
 * English.
 */
public final class Languages {

  /** The tags of the languages that we write, each a file under {@code texts/}. */
  public static final List<String> TAGS = List.of("en", "es", "pt", "ht", "ar");

  private final List<Language> languages = TAGS.stream().map(Language::load).toList();

  List<Language> all() {
    return languages;
  }

  /**
   * {@code es-US} and {@code spa} are {@code es}; {@code zh-Hant} would not be {@code zh}: the
   * script must agree too.
   */
  Optional<Language> find(String tag) {
    ULocale asked = ULocale.forLanguageTag(tag);
    if (asked.getLanguage().isEmpty() || asked.getLanguage().equals("und")) {
      return Optional.empty();
    }
    ULocale likely = ULocale.addLikelySubtags(asked);
    return languages.stream()
        .filter(
            language -> {
              ULocale ours = ULocale.addLikelySubtags(ULocale.forLanguageTag(language.tag()));
              return ours.getLanguage().equals(likely.getLanguage())
                  && ours.getScript().equals(likely.getScript());
            })
        .findFirst();
  }
}
